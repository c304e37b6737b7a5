"""The parsing process itself: `python -m foedus.ingest.confined.process MEMORY_BYTES`, spoken to over its pipes."""

import os
import signal
import sys
from importlib import import_module
from typing import BinaryIO

from foedus.ingest.confined.limits import spend_at_most, take_limits
from foedus.ingest.confined.messages import Hello, Reply, Request, receive, send
from foedus.ingest.extracted import Extracted
from foedus.model.errors import InputError


def main() -> None:
    """Takes its limits, then answers requests until the other end is gone."""
    inbox = os.fdopen(os.dup(0), "rb")
    outbox = os.fdopen(os.dup(1), "wb")
    _nothing_else_speaks()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the run's: it ends this process with itself
    try:
        send(outbox, Hello(take_limits(int(sys.argv[1]))))
        _serve(inbox, outbox)
    except (EOFError, OSError):
        return


def _nothing_else_speaks() -> None:
    """What a library prints must not come between the messages."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)


def _serve(inbox: BinaryIO, outbox: BinaryIO) -> None:
    while True:
        request = receive(inbox, Request)
        spend_at_most(request.seconds)
        send(outbox, _answer(request))


def _answer(request: Request) -> Reply:
    module, _, function = request.parser.partition(":")
    try:
        extracted = getattr(import_module(module), function)(request.raw, request.item)
    except InputError as error:
        return Reply(refused=str(error))
    except MemoryError:
        return Reply(starved=True)
    except Exception as error:  # whatever a parser raises on a stranger's bytes
        what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return Reply(refused=f"{request.item} cannot be parsed ({what}): open it in its program and save it anew")
    assert isinstance(extracted, Extracted)  # noqa: S101 - what every parser gives
    return Reply(extracted)


if __name__ == "__main__":
    main()
