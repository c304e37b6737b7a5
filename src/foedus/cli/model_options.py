"""Options of commands that ask a language model, or write requests to one."""

from enum import StrEnum
from typing import Annotated

import typer


class ReaderChoice(StrEnum):
    """Who reads."""

    BUILT_IN = "built-in"
    MODEL = "model"
    BOTH = "both"


class AnswersRead(StrEnum):
    """What becomes of a document whose answers come in."""

    MODEL = "model"
    BOTH = "both"


AnswersReadOption = Annotated[
    AnswersRead,
    typer.Option(
        "--reader", help="Keep what the model told and proof bore out, or what the built-in reader makes too."
    ),
]
ReaderOption = Annotated[
    str,
    typer.Option(
        "--reader",
        metavar="READER",
        help="built-in, model (a language model of yours, each word proven), both, or one of another package.",
    ),
]
YesOption = Annotated[bool, typer.Option("--yes", help="Begin even where the estimate is above --max-cost.")]
ModelOption = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="The language model, as its endpoint calls it; else of foedus.toml."),
]
EndpointOption = Annotated[
    str | None,
    typer.Option(
        "--endpoint",
        metavar="URL",
        help="Where the model answers, as http://localhost:11434/v1; else of foedus.toml.",
    ),
]
RelevantOption = Annotated[
    bool,
    typer.Option("--only-relevant/--all", help="Ask only about texts whose words can make a claim, or about all."),
]
MaxDocumentsOption = Annotated[
    int | None,
    typer.Option("--max-documents", metavar="N", min=1, help="Ask about so many documents, and leave the others."),
]
MaxCostOption = Annotated[
    float | None,
    typer.Option("--max-cost", metavar="SUM", help="Stop asking before so much is spent, by prices of foedus.toml."),
]
