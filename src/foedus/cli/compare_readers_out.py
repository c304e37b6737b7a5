"""A comparison of readers as tables, Markdown or JSON lines."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from foedus.cli.atomic import whole_file
from foedus.cli.claim_cells import said, what, who
from foedus.cli.console import out_is_terminal, write
from foedus.cli.ids import short_id
from foedus.cli.output import Format
from foedus.cli.table import Row, as_markdown, as_table
from foedus.intake.side_by_side.comparing import SCORES, Compared
from foedus.intake.side_by_side.records import Agreement, Disagreement, Figures, Said


def written(compared: Compared, format: Format, out: Path | None) -> None:
    """Write the outcome to standard output or a file."""
    content = b"".join(_pieces(compared, format, screen=out is None and out_is_terminal()))
    if out is None:
        write(content)
        return
    with whole_file(out) as file:
        file.write(content)


def _pieces(compared: Compared, format: Format, *, screen: bool) -> Iterator[bytes]:
    if format is Format.JSONL:
        for record in (*compared.figures(), *compared.agreements(), *compared.disagreements):
            yield msgspec.json.encode(record) + b"\n"
        return
    tables: Sequence[tuple[str, list[Row]]] = (
        ("Readers", [_figures(one) for one in compared.figures()]),
        ("How far they agree", [_agreement(one) for one in compared.agreements()]),
        ("Where they differ", [_disagreement(one) for one in compared.disagreements]),
    )
    for title, rows in tables:
        if format is Format.MARKDOWN:
            yield f"**{title}**\n\n".encode() + b"".join(as_markdown(rows)) + b"\n"
        else:
            yield as_table(rows, None if not screen else title, screen=screen) + b"\n"


def _figures(one: Figures) -> Row:
    scores = one.scores or {}
    return {
        "reader": one.reader,
        "documents": str(one.documents),
        "claims": str(one.claims),
        **({name.replace("_", " "): f"{scores[name]:.3f}" for name in SCORES} if scores else {}),
        "seconds": f"{one.seconds:.1f}",
        "tokens in": f"{one.tokens_in:,}",
        "tokens out": f"{one.tokens_out:,}",
        "cost": "" if one.cost is None else f"{one.cost:.4f}",
    }


def _agreement(one: Agreement) -> Row:
    return {
        "readers": f"{one.one}, {one.other}",
        "alike": str(one.alike),
        "otherwise": str(one.otherwise),
        "only the first": str(one.only_one),
        "only the second": str(one.only_other),
    }


def _disagreement(one: Disagreement) -> Row:
    shown = one.said_by_one or one.said_by_other
    return {
        "document": short_id(one.document),
        "differ in": ", ".join(one.fields) or "only one makes it",
        "first": _said(one.one, one.said_by_one),
        "second": _said(one.other, one.said_by_other),
        "sentence": shown.sentence if shown else "",
    }


def _said(reader: str, one: Said | None) -> str:
    """A claim with the span of its trigger, and whether a gold has it."""
    if one is None:
        return f"{reader}: –"
    right = "" if one.right is None else ", right" if one.right else ", wrong"
    claim = one.claim
    return f"{reader}: {what(claim)} “{one.trigger}” [{one.start}–{one.end}{right}] {who(claim)}; {said(claim)}"
