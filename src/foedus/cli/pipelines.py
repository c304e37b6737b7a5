"""`foedus pipelines`: the parsers of each language, and which one reads."""

from typing import Annotated

import typer

from foedus.cli.config import FILE, pipeline_choices
from foedus.cli.console import tell
from foedus.cli.output import Format, FormatOption, Look, OutOption, emit

app = typer.Typer(name="pipelines", rich_markup_mode=None, pretty_exceptions_enable=False)


@app.callback(invoke_without_command=True)
def pipelines(context: typer.Context, format: FormatOption = Format.TABLE, out: OutOption = None) -> None:
    """List parsing pipelines and which are in use.

    The shipped ones are in use, unless foedus.toml or the option --pipeline of read says otherwise.

    \b
    Examples:
      foedus pipelines
      foedus pipelines use en spacy:en_my_own_model
      foedus read reports/ --pipeline en=spacy:./my-pipeline
    """
    if context.invoked_subcommand is None:
        from foedus.cli.pipeline_list import listed  # noqa: PLC0415 - slow to import as well

        emit(listed(pipeline_choices(())), Look(lambda row: row), format=format, out=out, nothing="no pipeline is here")


@app.command()
def use(
    lang: Annotated[str, typer.Argument(metavar="LANG", help="Two letters: fr, en, ru.")],
    choice: Annotated[str, typer.Argument(metavar="CHOICE", help="shipped, or spacy: and a name or folder.")],
) -> None:
    """Let another pipeline read a language from now on, in this folder: writes foedus.toml.

    \b
    Examples:
      foedus pipelines use en spacy:./my-pipeline
      foedus pipelines use en shipped
    """
    from foedus.cli.settings_file import write_pipeline  # noqa: PLC0415 - slow to import as well
    from foedus.language.pipelines import load  # noqa: PLC0415 - slow to import as well

    pipeline_choices([f"{lang}={choice}"])
    pipeline = load(lang, choice)
    write_pipeline(FILE, lang, choice)
    tell(f"{FILE}: {lang} is read by {pipeline.name} {pipeline.version}")
