"""`--pipeline`, alike for every command that reads."""

from typing import Annotated

import typer

PipelineOption = Annotated[
    list[str] | None,
    typer.Option(metavar="LANG=CHOICE", help="Let another pipeline parse, as en=spacy:NAME; see foedus pipelines."),
]
