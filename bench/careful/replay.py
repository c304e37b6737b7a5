"""A server that speaks the protocol of chat completions and says what was recorded, or misbehaves as it is planned.

    python -m bench.careful.replay --answers FOLDER [--port 8080]

serves the answers of a folder (one that `foedus read --answers` or the recordings of this bench wrote) until it is
interrupted. Requests are known by their hash; one that nothing answers gets 404 with its hash.
"""

import argparse
import json
import socket
import threading
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self, cast

import msgspec

from bench.careful.misbehaving import Misbehaviour
from foedus.careful.request import body_id
from foedus.careful.schema import answer_schema
from foedus.careful.tokens import tokens_of

Plan = Callable[[int, str], Misbehaviour | None]
"""What happens to the request with a number, from 0, and a hash; None: it is answered."""
MODEL = "recorded"
_STRICT = {"type": "json_schema", "json_schema": {"name": "claims", "strict": True, "schema": answer_schema()}}


def soundly(number: int, request: str) -> Misbehaviour | None:  # noqa: ARG001 - a Plan's
    """Nothing goes wrong."""
    return None


def first(count: int, fault: Misbehaviour) -> Plan:
    """The first requests go wrong."""
    return lambda number, _: fault if number < count else None


def every(nth: int, fault: Misbehaviour) -> Plan:
    """Every so manyth request goes wrong, not the first."""
    return lambda number, _: fault if number % nth == nth - 1 else None


class Seen(NamedTuple):
    """A request as it came."""

    path: str
    authorization: str | None
    body: dict[str, Any]


class Replay:
    """The server, on a free port unless one is given; use it as a context manager. `seen` are requests so far."""

    def __init__(
        self,
        answers: Mapping[str, str],
        plan: Plan = soundly,
        *,
        models: tuple[str, ...] = (MODEL,),
        key: str | None = None,
        key_header: str | None = None,
        forms: tuple[str, ...] = ("json_schema", "json_object", "text"),
        context: int = 1_000_000,
        port: int = 0,
    ) -> None:
        """`answers` by request hash. A `key` is asked for where one is given; `forms` of answer are those it takes.

        What is longer than its `context` of tokens is cut without a word.
        """
        self.answers = answers
        self.plan = plan
        self.models = models
        self.key = key
        self.key_header = key_header
        self.forms = forms
        self.context = context
        self.seen: list[Seen] = []
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.replay = self
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    @property
    def url(self) -> str:
        """The address to give as --endpoint."""
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def note(self, seen: Seen) -> int:
        """Remember a request; its number."""
        with self._lock:
            self.seen.append(seen)
            return sum(one.path.endswith("/chat/completions") for one in self.seen) - 1

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def request_of(body: dict[str, Any]) -> str:
    """The hash of the request that a body asks, in whatever form, and however often it was asked to be written anew."""
    asked = {**body, "messages": body.get("messages", [])[:2], "response_format": _STRICT, "temperature": 0}
    if "max_completion_tokens" in asked:
        asked["max_tokens"] = asked.pop("max_completion_tokens")
    return body_id(asked)


def recorded(folder: Path) -> dict[str, str]:
    """Answers by request hash out of the JSON files of a folder and of those below it."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*.json")):
        record = msgspec.json.decode(path.read_bytes())
        if isinstance(record, dict) and {"request", "answer"} <= record.keys():
            found[str(record["request"])] = str(record["answer"])
    return found


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    replay: Replay

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as socketserver has it
        """A client that went away is no error of the server."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    answer = ""
    taken_in = 0

    @property
    def _replay(self) -> Replay:
        return cast(_Server, self.server).replay

    def do_GET(self) -> None:
        """The list of models."""
        self._replay.note(Seen(self.path, self.headers["Authorization"], {}))
        if not self._may():
            return
        if self.path == "/v1/models":
            data = [{"id": name, "object": "model"} for name in self._replay.models]
            self.send(200, json.dumps({"object": "list", "data": data}).encode())
        else:
            self.send(404, b"not here", kind="text/plain")

    def do_POST(self) -> None:
        """A chat completion."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        number = self._replay.note(Seen(self.path, self.headers["Authorization"], body))
        self.taken_in = min(self._replay.context, sum(tokens_of(one["content"]) for one in body["messages"]))
        if not self._may():
            return
        if self.path != "/v1/chat/completions":
            self._refuse(404, "no such path", "not_found")
        elif body["model"] not in self._replay.models:
            self._refuse(404, f"The model `{body['model']}` does not exist", "model_not_found")
        elif body.get("response_format", {}).get("type", "text") not in self._replay.forms:
            self._refuse(400, "response_format of this type is not supported", "invalid_request_error")
        else:
            self._answer(number, request_of(body))

    def _answer(self, number: int, request: str) -> None:
        fault = self._replay.plan(number, request)
        self.answer = self._replay.answers.get(request, "")
        if fault is not None:
            fault(self)
        elif self.answer:
            self.complete(self.answer)
        else:
            self._refuse(422, f"nothing is recorded for request {request}", "not_recorded")

    def _may(self) -> bool:
        key = self._replay.key
        header = self._replay.key_header
        if key is None or (self.headers[header] == key if header else self.headers["Authorization"] == f"Bearer {key}"):
            return True
        given = (self.headers["Authorization"] or "").removeprefix("Bearer ")
        self._refuse(401, f"Incorrect API key provided: {given}", "invalid_api_key")
        return False

    def _refuse(self, status: int, message: str, code: str) -> None:
        self.send(status, json.dumps({"error": {"message": message, "code": code}}).encode())

    def complete(self, text: str, *, ends: str = "stop") -> None:
        """A chat completion with these words."""
        choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": ends}
        usage = {"prompt_tokens": self.taken_in, "completion_tokens": 100, "total_tokens": self.taken_in + 100}
        self.send(200, json.dumps({"object": "chat.completion", "choices": [choice], "usage": usage}).encode())

    def send(self, status: int, body: bytes, *, kind: str = "application/json", **headers: str) -> None:
        """Any response at all."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def begin(self, length: int | None) -> None:
        """Only the head of a successful response."""
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        if length is None:
            self.close_connection = True
        else:
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def write(self, piece: bytes) -> bool:
        """More of the body; False where nobody listens any more."""
        try:
            self.wfile.write(piece)
            self.wfile.flush()
        except OSError:
            return False
        return True

    def cut(self) -> None:
        """Close the connection."""
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 - as its base has it
        """Say nothing."""


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description="Serve recorded answers by the protocol of chat completions.")
    parser.add_argument("--answers", type=Path, required=True, help="a folder of recorded answers")
    parser.add_argument("--model", default=MODEL, help="the model's name")
    parser.add_argument("--port", type=int, default=0)
    given = parser.parse_args()
    with Replay(recorded(given.answers), models=(given.model,), port=given.port) as replay:
        print(f"{len(replay.answers)} answers at {replay.url} (Ctrl-C ends it)", flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print("ended")


if __name__ == "__main__":
    main()
