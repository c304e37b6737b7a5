"""A dossier for a screen or a pipe: blocks of lines, and where the screen is wide enough the elements as a table."""

from collections.abc import Iterator

from foedus.cli.cards import as_cards, screen_width
from foedus.cli.dossier_page import DossierPage
from foedus.cli.table import as_table
from foedus.model.dossier import DossierCase, ToldDossier

_COLUMN = 24
"""Characters that a viewpoint's column needs to be read."""


def as_text(told: ToldDossier, lang: str, *, screen: bool) -> bytes:
    """All of it."""
    return b"\n".join(_blocks(told, DossierPage(lang), screen=screen))


def _blocks(told: ToldDossier, page: DossierPage, *, screen: bool) -> Iterator[bytes]:
    yield as_cards([page.head(told.dossier)], screen=screen)
    for case in told.dossier.cases:
        yield as_cards([page.verdicts(case)], screen=screen)
        yield _elements(case, page, screen=screen)
        yield as_cards([page.rest(case)], screen=screen)
    if after := page.after(told):
        yield as_cards(after, screen=screen)


def _elements(case: DossierCase, page: DossierPage, *, screen: bool) -> bytes:
    if screen and screen_width() >= _COLUMN * (len(case.verdicts) + 1):
        return as_table(page.columns(case), screen=True)
    return as_cards([page.stacked(case)], screen=screen)
