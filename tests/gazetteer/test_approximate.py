"""Another spelling of a known name is linked with a score, a stranger is not, and nothing is guessed silently."""

import pytest

from foedus.gazetteer.approximate import LEVEL, Approximate
from foedus.gazetteer.sounds import likeness, plain, skeleton, sounds
from tests.gazetteer.spelt import spellings, tally

_APPROXIMATE = Approximate.load()


@pytest.mark.parametrize(
    ("usage", "name", "heard"),
    [("ru", "Шойгу", "Soigu"), ("fr", "Choïgou", "Soigu"), ("en", "Shoigu", "Soigu"), ("de", "Schoigu", "Soigu")],
)
def test_usages_of_several_presses_sound_alike(usage: str, name: str, heard: str) -> None:
    assert sounds(plain(name), usage) == heard


def test_the_skeleton_leaves_out_what_writers_exchange() -> None:
    assert skeleton(sounds("харьков", "ru")) == skeleton(sounds("kharkiv", "en")) == skeleton(sounds("charkiw", "de"))


def test_likeness_is_one_for_equals_and_falls_with_each_change() -> None:
    assert likeness("kerson", "kerson") == 1.0
    assert 1.0 > likeness("iskender", "iskander") > likeness("iskender", "oskando") > 0.0
    assert likeness("sahed136", "sahed131") < 0.5


@pytest.mark.parametrize(
    ("name", "kind", "lang", "key", "how"),
    [
        ("Nikol Paschinjan", "person", "en", "nikol-pashinyan", "transliteration"),
        ("Loukachenka", "person", "fr", "alexander-lukashenko", "transliteration"),
        ("Bielgorod", "place", "fr", "belgorod", "spelling"),
        ("Charkiw", "place", "en", "kharkiv", "transliteration"),
        ("Su-30MKZ", "system", "en", "su-30", "variant"),
    ],
)
def test_an_answer_has_score_reason_and_the_name_it_is_like(
    name: str, kind: str, lang: str, key: str, how: str
) -> None:
    found = _APPROXIMATE.find(name, kind, lang)  # type: ignore[arg-type]  # kinds of the table above
    assert found is not None
    assert (found.entity, found.how) == (key, how)
    assert LEVEL - 0.1 <= found.score <= 1.0
    assert found.name


def test_only_the_guessed_kind_is_asked_and_figures_must_agree() -> None:
    assert _APPROXIMATE.find("Charkiw", "person", "en") is None
    assert _APPROXIMATE.find("Chahed-137", "system", "fr") is None


@pytest.mark.parametrize("name", ["", "…", "«»", "12", "😀", "中国", "-" * 500])
def test_what_has_no_letters_is_nobody(name: str) -> None:
    assert _APPROXIMATE.find(name, "person", "ru") is None


def test_held_out_spellings_are_mostly_linked_and_strangers_hardly_ever() -> None:
    counted = tally("test")
    known = counted["right"] + counted["wrong"] + counted["missed"]
    assert len(spellings("dev")) + len(spellings("test")) >= 500
    assert counted["right"] / known >= 0.8
    assert counted["wrong"] / known <= 0.03
    assert counted["linked"] / (counted["linked"] + counted["left"]) <= 0.02
