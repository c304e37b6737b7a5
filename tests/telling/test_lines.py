"""Lines of other rooms as the page says them: each pattern sound, what they stand for said word for word."""

import re
from collections.abc import Iterator
from importlib.resources import files

import pytest
import yaml

from foedus.asked.names import entities
from foedus.gazetteer.entities import Entities
from foedus.model.errors import UsageError
from foedus.serve.words import terms
from foedus.telling.lines import Line, load_lines, say

PLACES = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("one", load_lines(), ids=lambda one: one.line[:60])
def test_a_wording_has_no_place_that_its_line_lacks(one: Line) -> None:
    for wording in filter(None, (one.fr, one.en)):
        assert set(PLACES.findall(wording)) <= set(PLACES.findall(one.line))
    assert one.fr != one.line


@pytest.mark.parametrize("one", load_lines(), ids=lambda one: one.line[:60])
def test_each_line_is_met_by_itself_and_by_none_before_it(one: Line) -> None:
    filled = PLACES.sub(lambda place: f"<{place[1]}>", one.line)
    assert say(filled, "fr") == (PLACES.sub(lambda place: f"<{place[1]}>", one.fr), "fr")
    assert say(filled, "en").lang == "en"


def test_what_a_command_would_do_is_said_for_the_page() -> None:
    with pytest.raises(UsageError) as raised:
        entities(["Nowhereland"], lambda _: None)
    assert say(str(raised.value), "en").text == "no entity is named 'Nowhereland': look for it under Entities"
    assert say(str(raised.value), "fr").text.startswith("aucune entité ne s’appelle 'Nowhereland'")
    for one in load_lines():
        for lang in ("en", "fr"):
            said = one.wording(lang) or one.line
            assert "--" not in said, said
            assert "foedus " not in said.replace("`foedus serve`", ""), said


def _wordings(told: object) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict):
        for one in told.values():
            yield from _wordings(one)


def test_reasons_of_the_reader_are_told_by_its_own_wordings() -> None:
    data = files("foedus") / "data"
    known = {
        wording
        for name in ("decider_reasons.yaml", "linker_reasons.yaml")
        for wording in _wordings(yaml.safe_load((data / name).read_text(encoding="utf-8")))
    }
    told = yaml.safe_load((data / "told_reasons.yaml").read_text(encoding="utf-8"))
    assert {one["line"] for one in told} <= known


def test_a_line_that_nobody_knows_stays_english() -> None:
    assert say("the moon is full", "fr") == ("the moon is full", "en")


def test_the_gazetteers_words_are_there_in_french() -> None:
    known = terms()
    missing = set()
    for one in Entities.load():
        words = {("sub", one.sub), ("category", one.category), ("entity_status", one.status)}
        words |= {("office", office.role) for office in one.offices}
        words |= {("entity_change", change.change) for change in one.changes}
        words |= {("entity_date", what) for what in one.dates}
        missing |= {(group, word) for group, word in words if word and not known.get(group, {}).get(word, {}).get("fr")}
    assert not missing
