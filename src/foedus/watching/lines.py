"""How a look that brought something is told."""

from foedus.intake.tally import Tally


def brought(source: str, new: str, tally: Tally, waiting: int = 0) -> str:
    """One line; `new` says what was new, `waiting` counts entries whose pages are to come."""
    documents = many(tally.read + tally.stood, "document", "documents")
    claims = many(tally.new + tally.changed, "new claim", "new claims")
    later = f", {many(waiting, 'waits for its page', 'wait for their pages')}" if waiting else ""
    failed = f", {tally.not_read} not read" if tally.not_read else ""
    return f"{source}: {new}{later}; {documents} read{failed}, {claims}"


def many(number: int, one: str, several: str) -> str:
    """A number with its word."""
    return f"{number:,} {one if number == 1 else several}"
