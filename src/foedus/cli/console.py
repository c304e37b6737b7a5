"""The two streams: results on standard output as UTF-8, everything about them on standard error."""

import os
import sys

import typer

BROKEN_PIPE = 141  # 128 + SIGPIPE, as a shell reports it


def out_is_terminal() -> bool:
    """Whether results go to a person's screen rather than to a file or another program."""
    return sys.stdout.isatty()


def write(data: bytes) -> None:
    """Results, exactly as given; ends quietly where the program behind the pipe has gone."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # the interpreter flushes once more at its end: let it flush into nothing
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(BROKEN_PIPE) from None


def tell(message: str) -> None:
    """One line to the user on standard error, marked as ours."""
    line = " ".join(message.split())
    print(f"foedus: {line}", file=sys.stderr, flush=True)


def counted(number: int, noun: str, several: str | None = None) -> str:
    """`1 claim`, `2 claims`; `several` is a plural that an s alone does not make."""
    return f"{number:,} {noun if number == 1 else several or f'{noun}s'}"
