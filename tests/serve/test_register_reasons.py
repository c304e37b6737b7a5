"""The register's reasons as they are read in another language."""

import re

import pytest

from foedus.register.rows import register_rows
from foedus.register.timeline import timelines
from foedus.serve.views.register_cells import FIELDS
from foedus.serve.views.register_reasons import reason_in
from tests.register.case import CLAIMS

ENGLISH = re.compile(r"\b(the|claims?|of|is|are|said|only|no|one|told|another|which|and)\b")


@pytest.mark.parametrize(
    ("told", "french"),
    [
        ("the furthest stage said plainly", "l’étape la plus avancée dite clairement"),
        (
            "the furthest stage said plainly, though only probable, its source is not named",
            "l’étape la plus avancée dite clairement, mais seulement probable, sa source est tue",
        ),
        (
            "claims differ (6, 8): one lot told differently, or several lots",
            "les affirmations diffèrent (6, 8) : un lot dit autrement, ou plusieurs lots",
        ),
        ("uncertain: approximate, only bounds are given", "incertain : approximatif, seules des bornes sont données"),
        (
            "halted after it was ordered; no later claim takes it up",
            "arrêté après l’étape « commandé »; aucune affirmation ultérieure ne le reprend",
        ),
        ("uncertain: one number for several of role item", "incertain : un nombre pour plusieurs (matériel)"),
        (
            "no claim of what was delivering or delivered gives a number",
            "aucune affirmation « livraison en cours » ou « livré » ne donne de nombre",
        ),
        ("4 pages, 2 stories (1 copied or translated)", "4 pages, 2 origines (1 copiées ou traduites)"),
        ("via: Port of Bortown", "par : Port of Bortown"),
    ],
)
def test_phrases_change_and_names_and_figures_stay(told: str, french: str) -> None:
    assert reason_in(told, "fr") == french
    assert reason_in(told, "en") == told


def test_what_a_page_shows_of_a_whole_case_is_translated() -> None:
    rows = register_rows(CLAIMS, sure=0.8)
    shown = {row.reasons[field] for row in rows for field in FIELDS} | {row.comment for row in rows}
    shown |= {entry.reason for entry in timelines(CLAIMS)}
    left = {told: french for told in shown if ENGLISH.search(french := reason_in(told, "fr"))}
    assert not left
