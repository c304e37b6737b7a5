"""A whole text as a command's result: to standard output, or into a file that is there whole or not at all."""

from pathlib import Path

from foedus.cli.atomic import whole_file
from foedus.cli.console import write


def deliver(data: bytes, out: Path | None) -> None:
    """Write it; OutputError where the file cannot be written."""
    if out is None:
        write(data)
        return
    with whole_file(out) as file:
        file.write(data)
