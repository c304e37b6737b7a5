"""Options of commands that ask a language model, or write requests to one."""

from typing import Annotated

import typer

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
