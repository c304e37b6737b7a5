"""A batch of the audit log in cells."""

from collections.abc import Iterable

from foedus.cli.console import counted
from foedus.cli.ids import short_id
from foedus.model.logged import Logged
from foedus.publish.audit import judgement

_LISTED = 3
_NOUNS = {
    "documents": ("document", "documents"),
    "pages": ("page", "pages"),
    "reads": ("reading", "readings"),
    "claims": ("claim", "claims"),
    "aliases": ("linked name", "linked names"),
    "dependencies": ("dependency", "dependencies"),
    "stories": ("story", "stories"),
}
"""What a screen tells of; names, outlets and addresses come with it."""


def short_cells(batch: Logged) -> dict[str, str]:
    """For a screen: who did what; the beginning of its link, as `foedus audit verify` names the last one."""
    return {
        "batch": str(batch.batch),
        "at": batch.at[:16].replace("T", " "),
        "action": batch.action,
        "by": batch.actor or batch.reader or "",
        "what": _schema(batch) or _judgements(batch) or _counts(batch) or batch.command or "",
        "link": short_id(batch.hash or "missing"),
    }


def _schema(batch: Logged) -> str:
    """`schema 1 to 2`: the command of a migration tells of it first."""
    if batch.action != "migrate" or batch.command is None:
        return ""
    return batch.command.partition(": ")[2].partition("; ")[0]


def _judgements(batch: Logged) -> str:
    if batch.withdrawn:
        return _some(f"withdrew {short_id(one)}" for one in batch.withdrawn) + (f": {batch.why}" if batch.why else "")
    return _some(map(judgement, batch.judged))


def _some(lines: Iterable[str]) -> str:
    told = list(lines)
    more = len(told) - _LISTED
    return "; ".join(told[:_LISTED]) + (f"; {more} more" if more > 0 else "")


def _counts(batch: Logged) -> str:
    kinds = ((batch.wrote, ""), (batch.ended, " ended"))
    told = [f"{counted(rows[name], *_NOUNS[name])}{how}" for rows, how in kinds for name in _NOUNS if name in rows]
    return ", ".join(told)
