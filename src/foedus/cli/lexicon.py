"""`foedus lexicon`: is it sound, what does it find in a sentence, and which of its words do texts use."""

from typing import Annotated

import typer

from foedus.cli.config import ledger_path
from foedus.cli.console import tell
from foedus.cli.ledger_option import LedgerOption
from foedus.cli.lexicon_option import LexiconOption, lexicon_folder
from foedus.cli.output import Format, FormatOption, Look, OutOption, emit

app = typer.Typer(name="lexicon", rich_markup_mode=None, pretty_exceptions_enable=False)


@app.callback(invoke_without_command=True)
def lexicon(context: typer.Context) -> None:
    """Check, try and measure the reader's words.

    \b
    Examples:
      foedus lexicon check words/
      foedus lexicon try "Paris a renoncé à livrer les chars." --lexicon words/
      foedus lexicon coverage reports/
      foedus lexicon gaps --ledger case.db
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command()
def check(
    folder: Annotated[
        str | None, typer.Argument(metavar="FOLDER", help="Your own words; else those of foedus.toml, if it names any.")
    ] = None,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """Load all words; count them, or name every fault.

    What is shipped, and your own folder over it. A fault is one line with file, line, what is wrong and what is
    allowed.

    \b
    Examples:
      foedus lexicon check
      foedus lexicon check words/
    """
    from foedus.cli.lexicon_counts import counts, examine  # noqa: PLC0415 - slow to import as well
    from foedus.model.errors import DataError  # noqa: PLC0415 - slow to import as well

    examined = examine(lexicon_folder(folder))
    for fault in examined.faults:
        tell(fault)
    if examined.faults:
        raise typer.Exit(DataError.exit_code)
    for note in examined.notes:
        tell(note)
    emit(counts(examined.lexicons), Look(lambda row: row), format=format, out=out)


@app.command("try")
def try_(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="A sentence, or several, in quotes.")],
    lang: Annotated[
        str | None, typer.Option(metavar="CODE", help="Language of the sentence; else it is identified.")
    ] = None,
    lexicon: LexiconOption = None,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """Show every unit and operator found in a sentence.

    With what the lexicon says of each: type, stage, gate and frame; what an operator makes of the stage.

    \b
    Examples:
      foedus lexicon try "Paris a renoncé à livrer les chars."
      foedus lexicon try "Oslo chips in with tanks." --lang en --lexicon words/
    """
    from foedus.cli.hit_cards import cells, hit_card  # noqa: PLC0415 - slow to import as well
    from foedus.cli.lexicon_texts import analysed, sentence_document  # noqa: PLC0415 - slow to import as well
    from foedus.reader.hits import hits_of  # noqa: PLC0415 - slow to import as well

    own = lexicon_folder(lexicon)
    analysis = analysed(sentence_document(sentence, lang))
    for note in analysis.notes:
        tell(note.text)
    look = Look(cells, card=hit_card, always_cards=True)
    emit(hits_of(analysis, own), look, format=format, out=out, nothing="no unit and no operator is found")


@app.command()
def coverage(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Text, HTML or JSON lines files, folders, or - for stdin.")
    ],
    *,
    lang: Annotated[
        str | None, typer.Option(metavar="CODE", help="Language of all the texts; else as each says, or identified.")
    ] = None,
    unused: Annotated[bool, typer.Option("--unused", help="List the units that no text has, instead.")] = False,
    lexicon: LexiconOption = None,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """Count which units texts use, and which none does.

    For each language: documents, sentences, hits, hits by type, the most frequent units, and how many are unused.

    \b
    Examples:
      foedus lexicon coverage reports/ news.jsonl
      foedus lexicon coverage reports/ --lang fr --unused --format csv --out unused.csv
    """
    from foedus.cli.lexicon_coverage import counted_over, table, unused_units  # noqa: PLC0415 - slow to import as well

    done = counted_over(paths, lang, lexicon_folder(lexicon), shown=True)
    rows = unused_units(done.counts) if unused else table(done.counts)
    emit(rows, Look(lambda row: row), format=format, out=out, nothing="nothing to count")
    raise typer.Exit(done.exit_code)


@app.command()
def gaps(
    *,
    least: Annotated[int, typer.Option(metavar="N", min=1, help="Only words met so often.")] = 1,
    lang: Annotated[str | None, typer.Option(metavar="CODE", help="Only words of this language.")] = None,
    lexicon: LexiconOption = None,
    ledger: LedgerOption = None,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """List words that make claims in the ledger and that no unit knows.

    Of claims that the careful reader proved, or that people held right or added. Each with the type, how often, a
    sentence, and an entry to paste into a file of your own, LANG/units/NAME.yaml: weak, with the type's widest frame.

    \b
    Examples:
      foedus lexicon gaps --ledger case.db --least 2
      foedus lexicon gaps --lang ru --format jsonl
    """
    from foedus.cli.lexicon_gaps import found, gap_card, gap_cells  # noqa: PLC0415 - slow to import as well

    some = (gap for gap in found(ledger_path(ledger), lexicon_folder(lexicon), lang) if gap.times >= least)
    look = Look(gap_cells, card=gap_card, always_cards=True)
    emit(some, look, format=format, out=out, nothing="no words are missing")
