"""Days and instants as users write them: a day as EDTF, an instant as ISO 8601."""

from datetime import UTC, date, datetime

from foedus.model.edtf import parse
from foedus.model.errors import UsageError

Moment = date | datetime | None


def day(text: str | None, option: str, *, latest: bool = False) -> date | None:
    """The first day of what is written, or its last; UsageError, which names the option, where it names none."""
    if text is None:
        return None
    try:
        when = parse(text)
    except ValueError as error:
        raise UsageError(f"{option} {error}") from error
    found = when.latest if latest else when.earliest
    if found is None:
        raise UsageError(f"{option} {text!r} names no day: give one like 2022, 2022-05 or 2022-05-19")
    return found


def moment(text: str | None, option: str, *, latest: bool = False) -> Moment:
    """The same, or an instant like 2022-05-19T14:00; without a zone it is UTC."""
    if text is None or "T" not in text:
        return day(text, option, latest=latest)
    try:
        found = datetime.fromisoformat(text)
        # in UTC some first and last instants lie outside of all years
        return found.astimezone(UTC) if found.tzinfo else found
    except (ValueError, OverflowError) as error:
        raise UsageError(
            f"{option} {text!r} is no instant: give one like 2022-05-19T14:00 or 2022-05-19T14:00:30Z"
        ) from error
