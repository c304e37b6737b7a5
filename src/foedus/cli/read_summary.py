"""What `foedus read` says at its end: how much was read, what was left unread and why, what the ledger took."""

from collections.abc import Iterator
from pathlib import Path

from foedus.cli.console import counted
from foedus.intake.stood import stood
from foedus.intake.tally import Tally

_NAMED = 5


def summary(tally: Tally, ledger: str | None, seconds: float) -> Iterator[str]:
    """A line for each language that was left unread, then the counts; `seconds` is what the reading took."""
    for lang, names in sorted(tally.unread.items()):
        yield _unread(lang, names, ledger)
    if tally.garbled:
        yield _garbled(tally.garbled, ledger)
    if line := stood(tally):
        yield line
    yield _counts(tally, ledger, seconds)


def interrupted(tally: Tally | None, ledger: str | None) -> str:
    """What an interruption leaves; `tally` is None where it came before the first document."""
    if tally is None or ledger is None:
        return "interrupted: nothing is kept"
    documents, claims = counted(tally.kept, "document"), counted(tally.taken, "claim")
    return (
        f"interrupted: {documents} and {claims} are kept in {ledger}, "
        "the batch under way is not; run the same command again to go on"
    )


def _unread(lang: str, names: list[str], ledger: str | None) -> str:
    """Not an error: this version does not read the language."""
    kept = f"kept in {ledger} but not read" if ledger else "not read"
    shown = ", ".join(Path(name).name for name in names[:_NAMED])
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{counted(len(names), 'document')} in {lang!r} {kept}, as there is no lexicon for it: {shown}{more}"


def _garbled(count: int, ledger: str | None) -> str:
    """Their claims are kept like any others; why each looks so stands on the document."""
    looks = "looks" if count == 1 else "look"
    why = ": `foedus document ID` says why" if ledger else ""
    return f"{counted(count, 'document')} {looks} machine-spun or badly translated; trust the claims less{why}"


def _counts(tally: Tally, ledger: str | None, seconds: float) -> str:
    unread = sum(map(len, tally.unread.values()))
    others = f", {unread} in other languages" if unread else ""
    failed = f", {tally.not_read} not read (named above)" if tally.not_read else ""
    withdrawn = f", {tally.withdrawn} withdrawn and left out" if tally.withdrawn else ""
    hidden = " shown" if ledger and tally.claims < tally.taken else ""
    changed = f"{tally.changed} changed, " if tally.changed else ""
    kept = f" ({tally.new} new, {changed}{tally.known} known in {ledger})" if ledger else ""
    read, claims = counted(tally.read, "document"), counted(tally.claims, "claim")
    corrected = f"; {counted(tally.corrected, 'page')} corrected" if tally.corrected else ""
    corrected += f"; {counted(tally.copies, 'page')} more with a text known from another" if tally.copies else ""
    sure = _sure(tally, ledger)
    return f"{read} read{others}{failed}{withdrawn}; {claims}{hidden}{kept}{sure}{corrected}; {seconds:.1f} s"


def _sure(tally: Tally, ledger: str | None) -> str:
    """How many of the claims are sure, and how many were held back as too doubtful."""
    claims = tally.taken if ledger else tally.claims
    check = f", {claims - tally.sure} to check" if tally.sure < claims else ""
    sure = f", {tally.sure} sure{check}" if claims else ""
    held_back = f"; {tally.held_back} more held back (--min-confidence all gives them too)" if tally.held_back else ""
    return sure + held_back
