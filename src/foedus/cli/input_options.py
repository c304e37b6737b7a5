"""Options that say what the documents are, alike for every command that takes them in."""

from typing import Annotated

import typer

PathsArgument = Annotated[
    list[str], typer.Argument(metavar="PATH", help="Files of any kind that can be read, folders, or - for stdin.")
]
PublishedOption = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="When the one document was published (EDTF or ISO 8601)."),
]
UrlOption = Annotated[str | None, typer.Option("--url", metavar="URL", help="Address of the one document.")]
OutletOption = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Who published the one document.")]
LangOption = Annotated[
    str | None, typer.Option("--lang", metavar="CODE", help="Language of the one document (ISO 639-1).")
]
MapOption = Annotated[
    str | None,
    typer.Option("--map", metavar="FIELD=COLUMN,…", help="Tables and JSON lines whose columns have other names."),
]
MaxSizeOption = Annotated[float, typer.Option("--max-size", metavar="MB", help="Refuse a document larger than this.")]
