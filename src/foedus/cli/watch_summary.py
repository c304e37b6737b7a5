"""What `foedus watch` says at its end, and what it ends with."""

from foedus.cli.console import counted
from foedus.cli.errors import DONE, NOTHING_READ, PARTLY
from foedus.watching.tally import Watched


def watch_summary(watched: Watched, ledger: str, seconds: float) -> str:
    """One line; `seconds` is how long it was watched."""
    looks = f"{counted(watched.looks, 'look')} at feeds ({watched.same} with nothing new, {watched.failed} failed); "
    failed = f", {watched.not_read} not read (named above)" if watched.not_read else ""
    claims = f"{counted(watched.new, 'new claim')}, {watched.known} known in {ledger}"
    return (
        f"{looks if watched.looks else ''}{counted(watched.read, 'document')} read{failed}; {claims}; {_span(seconds)}"
    )


def exit_code(watched: Watched) -> int:
    """Done, done in part, or nothing came at all."""
    if watched.looks and watched.failed == watched.looks and not watched.read:
        return NOTHING_READ
    return PARTLY if watched.failed or watched.not_read else DONE


def _span(seconds: float) -> str:
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(int(minutes), 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest:.0f} s" if minutes else f"{rest:.1f} s"
