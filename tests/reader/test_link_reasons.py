"""Why each core role has its filler or nobody: the linker's facts and reasons, in words that a person understands."""

import string
from typing import get_args

import pytest

from foedus.model.claim import Claim
from foedus.model.vocabulary import Kind
from foedus.reader.kinds import core_roles
from foedus.reader.linker import features, rates, second
from foedus.reader.linker.explaining import LinkExplanation
from foedus.reader.linker.mention import How
from foedus.reader.linker.reasons import AGAINST, COLUMNS, FLAGS, FOR, UNFOLDED
from foedus.reader.linker.wording import Standing, load_wording, told
from foedus.reader.read import Reader
from tests.reader.reading import keys, report

TEXTS = {
    "en": "The Netherlands delivered twelve howitzers to Moldova on Friday.",
    "fr": "La Belgique a livré douze obusiers à la Moldavie vendredi.",
    "ru": "Бельгия поставила Молдавии двенадцать гаубиц.",
}


def explained(text: str, lang: str, type_: str = "transfer") -> tuple[Claim, dict[str, list[LinkExplanation]]]:
    """The last claim of the type that the text makes, and its links by role."""
    document = report(text, lang)
    claims = Reader.load().read(document, min_confidence=0).claims
    claim = [one for one in claims if one.type == type_][-1]
    links = Reader.load().explain_links(document, claim.trigger.start, claim.trigger.end, type_)
    assert links
    by_role: dict[str, list[LinkExplanation]] = {}
    for link in links:
        by_role.setdefault(link.role, []).append(link)
    return claim, by_role


def facts(link: LinkExplanation) -> dict[str, str]:
    return {one.name: one.words for one in link.facts}


@pytest.mark.parametrize("lang", TEXTS)
def test_every_core_role_is_explained_and_as_the_claim_has_it(lang: str) -> None:
    claim, by_role = explained(TEXTS[lang], lang)
    assert list(by_role) == core_roles("transfer")
    for role, links in by_role.items():
        assert " ".join(link.filler.entity or link.filler.text for link in links if link.filler) == keys(claim, role)
        for link in links:
            assert 0 < link.probability <= 1
            assert link.way and link.facts


@pytest.mark.parametrize("lang", TEXTS)
def test_reasons_are_few_the_strongest_first_and_say_each_thing_once(lang: str) -> None:
    _, by_role = explained(TEXTS[lang], lang)
    for link in (link for links in by_role.values() for link in links):
        shares = [one.share for one in link.reasons]
        speak_for, against = [one for one in shares if one > 0], [one for one in shares if one < 0]
        assert shares == speak_for + against
        assert 1 <= len(speak_for) <= FOR
        assert len(against) <= AGAINST
        assert speak_for == sorted(speak_for, reverse=True)
        words = [one.words for one in (*link.facts, *link.reasons)]
        assert len(set(words)) == len(words)


@pytest.mark.parametrize("lang", TEXTS)
def test_the_first_pass_is_no_reason_but_what_it_saw_is(lang: str) -> None:
    _, by_role = explained(TEXTS[lang], lang)
    names = {one.name for links in by_role.values() for link in links for one in link.reasons}
    assert not names & UNFOLDED
    assert names & {*features.NAMES, *rates.COLUMNS}


def test_what_is_the_same_for_all_candidates_is_no_reason_for_one_of_them() -> None:
    _, by_role = explained(TEXTS["en"], "en")
    names = {one.name for links in by_role.values() for link in links for one in link.reasons}
    assert not names & load_wording().event.keys()


def test_the_place_in_the_sentence_and_the_frame_are_told_first() -> None:
    _, by_role = explained("Douze obusiers ont été livrés par la Belgique à la Moldavie.", "fr")
    told_of = {role: facts(links[0]) for role, links in by_role.items()}
    assert told_of["supplier"]["place"] == "who does it, “par” after the passive “livrés”"
    assert told_of["recipient"]["place"] == "after “à”, a phrase of “livrés”"
    assert told_of["item"]["place"] == "subject of the passive “livrés”"
    assert told_of["recipient"]["frame"].startswith("the frame of “livrer")
    assert told_of["recipient"]["frame"].endswith("gives this place the recipient")


@pytest.mark.parametrize(
    ("text", "lang", "role", "way"),
    [
        ("Moscow delivered twelve tanks to Algeria.", "en", "supplier", "a capital that stands for its state"),
        ("The Kremlin delivered twelve tanks to Algeria.", "en", "supplier", "an organ or seat of government"),
        ("Moscou a livré douze chars à l'armée malienne.", "fr", "recipient", "its forces, which stand for it"),
        ("Алжир получил танки от Москвы.", "ru", "supplier", "a capital that stands for its state"),
        ("Twelve tanks were delivered to Algeria.", "en", "recipient", "its name"),
    ],
)
def test_by_which_way_the_words_mean_their_filler(text: str, lang: str, role: str, way: str) -> None:
    _, by_role = explained(text, lang)
    assert by_role[role][0].way.startswith(way)


def test_a_pronoun_is_told_by_its_own_word_and_by_whom_it_can_mean() -> None:
    _, by_role = explained("Poland is a neighbour of Ukraine. It delivered twelve tanks to Ukraine on Friday.", "en")
    link = by_role["supplier"][0]
    assert link.filler and link.filler.entity == "POL"
    assert link.way == "meant by the pronoun “It”"
    assert facts(link)["antecedent"] == "the likeliest whom “It” can mean"


def test_what_is_unsaid_goes_on_with_the_event_told_before() -> None:
    text = "Greece signed a contract with Sweden for ten Gripen fighters last year. Deliveries began in May."
    _, by_role = explained(text, "en")
    unsaid = [link for links in by_role.values() for link in links if link.filler and link.filler.via == "unexpressed"]
    assert unsaid
    for link in unsaid:
        assert link.way == "not said in the sentence"
        assert facts(link)["elsewhere"].startswith("named in the sentence before: “")
        assert facts(link)["goes on"].startswith("goes on with the event of “")
        assert not any("words from" in one.words for one in link.reasons)


def test_of_an_empty_role_the_nearest_is_told() -> None:
    _, by_role = explained("Algeria ordered twelve tanks on Friday, the ministry of defence said.", "en")
    (link,) = by_role["supplier"]
    assert link.filler is None
    assert link.rival is None or link.rival.filler is not None
    assert link.way == ""
    assert link.reasons or link.facts


def test_a_rival_that_has_another_role_says_which() -> None:
    _, by_role = explained("Moscow delivered twelve tanks to Algeria.", "en")
    taken = {
        (link.role, link.rival.taken, link.rival.filler.entity)
        for links in by_role.values()
        for link in links
        if link.rival and link.rival.filler and link.rival.taken
    }
    roles = {"RUS": "supplier", "DZA": "recipient"}
    assert all(roles[entity or ""] == other != role for role, other, entity in taken)


def test_a_name_in_a_strange_spelling_tells_what_it_sounds_like() -> None:
    _, by_role = explained("The firm Rosoboroneksporrt delivered twelve tanks to Algeria.", "en")
    way = by_role["supplier"][0].way
    assert way.startswith("an unknown name that sounds like Rosoboronexport (")


def test_a_further_member_of_a_list_is_explained_by_itself() -> None:
    _, by_role = explained("Germany delivered twelve tanks to Ukraine and Moldova.", "en")
    links = by_role["recipient"]
    assert [link.filler.entity for link in links if link.filler] == ["UKR", "MDA"]
    assert sum("listed" in facts(link) for link in links) == 1
    assert facts(links[1])["place"].endswith(", in a list")


def test_what_the_reader_does_not_find_is_not_explained() -> None:
    document = report(TEXTS["en"], "en")
    start = TEXTS["en"].index("delivered")
    end = start + len("delivered")
    reader = Reader.load()
    assert reader.explain_links(document, start, end, "transfer")
    assert reader.explain_links(document, start, end, "meeting") is None
    assert reader.explain_links(document, start, end - 1, "transfer") is None
    german = "Die Niederlande lieferten am Freitag zwölf Haubitzen an die Republik Moldau."
    assert reader.explain_links(report(german, "de"), 16, 25, "transfer") is None


def test_the_table_words_every_column_and_nothing_else() -> None:
    wording = load_wording()
    assert (*features.NAMES, *rates.COLUMNS, *second.NAMES) == COLUMNS
    assert len(set(COLUMNS)) == len(COLUMNS)
    assert set(COLUMNS) == wording.columns.keys()
    sections = (wording.sentence, wording.candidate, wording.event, wording.rates, wording.around)
    assert sum(map(len, sections)) == len(COLUMNS)
    assert set(features.NAMES) >= FLAGS
    assert wording.ways.keys() >= set(get_args(How))
    assert wording.kinds.keys() == set(get_args(Kind))


@pytest.mark.parametrize("value", [-2.0, -1.0, 0.0, 0.25, 1.0, 3.0, 9.0, 40.0])
@pytest.mark.parametrize("standing", get_args(Standing))
def test_every_wording_is_whole_whatever_the_number(standing: Standing, value: float) -> None:
    wording = load_wording()
    words = [wording.column(name, value, standing, "“delivered”", "supplier") for name in COLUMNS]
    assert all(one and not set(one) & set("{}") for one in words)


def test_wordings_ask_for_nothing_that_is_not_given() -> None:
    wording = load_wording()
    given = {
        "columns": {"value", "percent", "trigger", "role"},
        "ways": {"words", "kind", "name", "likeness"},
        "places": {"trigger", "marker", "governor"},
        "hows": set(),
        "facts": {*("place", "how", "unit", "role", "others", "words", "value", "other", "part", "level", "trigger")},
    }
    for section, fields in given.items():
        for cases in getattr(wording, section).values():
            for template in [cases] if isinstance(cases, str) else cases.values():
                assert {field for _, field, _, _ in string.Formatter().parse(template) if field} <= fields


def test_log_odds_and_logarithms_are_told_as_people_count() -> None:
    assert told("rate relation", 0.0) == 0.5
    assert round(told("seen path", 2.4)) == 10
    assert told("mentions", 3.0) == 3.0
    shown = load_wording().column("rate word and relation", 2.2, "here", "“delivered”", "supplier")
    assert shown == "who stands so to this very word was the supplier in 90 of 100 places"
