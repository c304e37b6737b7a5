"""Answers that are kept in memory, by their tags: what many ask for is made once, until the ledger learns something.

Only whole answers of some size are kept, the ones that were asked for last. A tag names all that an answer depends on,
who asks and what was written included, so nothing has to be thrown away when that changes: it is asked for no more.
"""

from collections import OrderedDict
from threading import Lock
from typing import NamedTuple

from starlette.types import Message, Send

MOST_BYTES = 32 << 20
"""Of all bodies together."""
_LARGEST = 256 << 10
"""Of one body: a larger one is a file, which few ask for twice."""
_HEAD_BYTES = 1_000
"""What an answer costs besides its body, about."""


class Kept(NamedTuple):
    """The messages of an answer, as the server sends them."""

    head: Message
    body: Message

    async def send(self, send: Send) -> None:
        """Once more; what is added to the head on its way is added to a copy."""
        await send({**self.head, "headers": list(self.head["headers"])})
        await send(dict(self.body))


class Answers:
    """Answers by their tags; may be used from several threads."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        """None yet."""
        self._most = most_bytes
        self._bytes = 0
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self._lock = Lock()

    def get(self, tag: str) -> Kept | None:
        """The answer, where it is still there."""
        with self._lock:
            found = self._kept.get(tag)
            if found is not None:
                self._kept.move_to_end(tag)
            return found

    def put(self, tag: str, answer: Kept) -> None:
        """Keep one; others go where there are too many."""
        with self._lock:
            if tag in self._kept:
                return
            self._kept[tag] = answer
            self._bytes += _size(answer)
            while self._bytes > self._most:
                _, gone = self._kept.popitem(last=False)
                self._bytes -= _size(gone)

    def keeping(self, tag: str, send: Send) -> Send:
        """The sender of an answer, which is kept under the tag where it is whole, good and not too large."""
        head: Message | None = None

        async def sender(message: Message) -> None:
            nonlocal head
            if message["type"] == "http.response.start":
                head = {**message, "headers": list(message["headers"])} if message["status"] == 200 else None
            elif head is not None and message["type"] == "http.response.body":
                if not message.get("more_body", False) and len(message.get("body", b"")) <= _LARGEST:
                    self.put(tag, Kept(head, dict(message)))
                head = None  # of an answer in pieces nothing is kept
            await send(message)

        return sender


def _size(answer: Kept) -> int:
    return len(answer.body.get("body", b"")) + _HEAD_BYTES
