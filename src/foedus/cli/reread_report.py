"""What `foedus reread` shows: what becomes of each document's claims, the question, and the counts at the end."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import typer

from foedus.cli.claim_changes import change_line
from foedus.cli.console import counted, write
from foedus.cli.ids import short_id
from foedus.cli.reread_job import RereadTally
from foedus.ledger.reading.incoming import ReaderVersion
from foedus.ledger.reading.rereading import Rereading

_HEADLINE = 60


def show(read: Sequence[Rereading]) -> None:
    """A block for each document whose claims change, those that people reviewed last."""
    for one in read:
        lines = sorted((change_line(change) for change in one.changes), key=lambda line: line.startswith("reviewed"))
        write("".join(f"{line}\n" for line in (_heading(one), *(f"  {line}" for line in lines), "")).encode())


def agreed(judged: Sequence[Rereading]) -> bool:
    """Ask whether what stands beside reviewed claims may change; no, where nobody is there to be asked."""
    if not sys.stdin.isatty():
        return False
    claims = counted(sum(len(one.judged) for one in judged), "reviewed claim")
    ids = ", ".join(short_id(one.incoming.document.id) for one in judged)
    question = f"foedus: change what the reader says beside {claims} of {ids}? They stay as reviewed"
    return typer.confirm(question, default=False, err=True)


def summary(
    tally: RereadTally, reader: ReaderVersion, seconds: float, *, dry: bool, answers: Path | None = None
) -> Iterator[str]:
    """What was left as it is, and why, then the counts; `answers` is the folder of a model's."""
    if tally.by_model:
        them = "it" if tally.by_model == 1 else "them"
        yield (
            f"{counted(tally.by_model, 'document')} left as a model read {them}: not all answers are in {answers}; "
            f"--answers names another folder, --built-in reads {them} with {reader}"
        )
    if tally.left:
        what = counted(tally.left_claims, "reviewed claim")
        yield (
            f"{counted(tally.left, 'document')} left as {'it is' if tally.left == 1 else 'they are'}: what the reader "
            f"says beside {what} would change (shown above); --yes lets it"
        )
    if tally.overtaken:
        yield f"{counted(tally.overtaken, 'document')} changed by others meanwhile and left out: run it again"
    failed = f", {tally.not_read} not read (named above)" if tally.not_read else ""
    kinds = {"new": tally.new, "changed": tally.changed, "gone": tally.gone, "beside reviewed ones": tally.reviewed}
    found = ", ".join(f"{count:,} {kind}" for kind, count in kinds.items() if count) or "none changed"
    would = "; nothing is written (--dry-run)" if dry else ""
    proven = f", {tally.proven:,} of them proven again from a model's answers" if tally.proven else ""
    read = f"{counted(tally.read, 'document')} read again by {reader}{proven}{failed}"
    yield f"{read}; claims: {found}{would}; {seconds:.1f} s"


def interrupted(tally: RereadTally | None, ledger: str) -> str:
    """What an interruption leaves."""
    kept = counted(tally.read if tally else 0, "document")
    return f"interrupted: {kept} read again in {ledger}, the batch under way is not; --older goes on where it stopped"


def _heading(one: Rereading) -> str:
    document = one.incoming.document
    headline = (document.title or document.text.strip().partition("\n")[0])[:_HEADLINE]
    return " · ".join(filter(None, (document.id, f"“{headline}”", document.outlet, document.published)))
