"""Polarity, mood, certainty, stage and voice as told, against what the reader hears over the trigger."""

import pytest
from msgspec import structs

from foedus.careful.answer import ToldClaim
from foedus.careful.numbering import numbered
from tests.careful.proof.told import claim, codes, document, filler, proven, voice


def transfer(trigger: str, supplier: str, recipient: str, **fields: object) -> ToldClaim:
    """A transfer told of the first sentence."""
    return claim((1, trigger), filler("supplier", 1, supplier), filler("recipient", 1, recipient), **fields)


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("fr", "L’Iran n’a pas livré de missiles à la Russie.", ("livré", "L’Iran", "la Russie")),
        ("en", "Iran has not delivered missiles to Russia.", ("delivered", "Iran", "Russia")),
        ("ru", "Иран не поставил России ракеты.", ("поставил", "Иран", "России")),
    ],
)
def test_what_the_text_denies_is_not_affirmed(lang: str, text: str, told: tuple[str, str, str]) -> None:
    assert codes(proven(document(text, lang), transfer(*told))) == ["negated"]
    outcome = proven(document(text, lang), transfer(*told, polarity="negated"))
    assert [one.polarity for one in outcome.claims] == ["negated"]
    assert "negation" in {cue.kind for cue in outcome.claims[0].cues}


def test_what_nothing_denies_is_not_negated() -> None:
    source = document("Iran has delivered missiles to Russia.")
    assert codes(proven(source, transfer("delivered", "Iran", "Russia", polarity="negated"))) == ["not_negated"]


def test_a_negative_stage_is_affirmed_by_the_negation_that_makes_it() -> None:
    source = document("Germany refused to deliver missiles to Ukraine.")
    outcome = proven(source, transfer("deliver", "Germany", "Ukraine", stage="refused"))
    assert [one.polarity for one in outcome.claims] == ["affirmed"]
    assert codes(proven(source, transfer("deliver", "Germany", "Ukraine"))) != []


def test_conditions_and_questions_claim_nothing() -> None:
    source = document("If Iran delivered missiles to Russia, the talks would end.")
    assert codes(proven(source, transfer("delivered", "Iran", "Russia"))) == ["not_asserted"]


def test_the_lesser_certainty_holds() -> None:
    source = document("Iran may have delivered missiles to Russia.")
    outcome = proven(source, transfer("delivered", "Iran", "Russia"))
    [found] = outcome.claims
    assert found.certainty == "possible"
    assert [note.field for note in outcome.mended[found.id]] == ["certainty"]
    careful = proven(
        document("Iran delivered missiles to Russia."), transfer("delivered", "Iran", "Russia", certainty="possible")
    )
    assert careful.claims[0].certainty == "possible"


def test_an_order_is_no_delivery() -> None:
    source = document("Poland ordered missiles from Norway in 2022.")
    told = transfer("ordered", "Norway", "Poland")
    assert codes(proven(source, told)) == ["stage_further"]
    assert [one.stage for one in proven(source, transfer("ordered", "Norway", "Poland", stage="ordered")).claims]


def test_a_more_careful_stage_stands() -> None:
    source = document("Norway delivered missiles to Poland in 2022.")
    outcome = proven(source, transfer("delivered", "Norway", "Poland", stage="delivering"))
    assert [one.stage for one in outcome.claims] == ["delivering"]


def test_a_voice_that_is_heard_is_put_in() -> None:
    source = document("Iran delivered missiles to Russia, the Pentagon said on Tuesday.")
    outcome = proven(source, transfer("delivered", "Iran", "Russia"))
    [found] = outcome.claims
    assert found.standing == "attributed"
    assert found.attribution[0].entity == "USA"
    assert found.attribution[0].said_when == "2024-03-12"
    assert [note.field for note in outcome.mended[found.id]] == ["attribution"]


def test_a_wrong_voice_gives_way_to_the_one_that_is_heard() -> None:
    source = document("Iran delivered missiles to Russia, the Pentagon said on Tuesday. Kyiv was silent.")
    told = transfer("delivered", "Iran", "Russia", standing="attributed", voices=(voice(2, "Kyiv", None),))
    [found] = proven(source, told).claims
    assert [one.entity for one in found.attribution] == ["USA"]


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (voice(2, "Kyiv", "declared"), "voice_not_there"),
        (voice(2, "Tallinn", None), "voice_not_there"),
        (voice(2, "Kyiv", None), "voice_apart"),
    ],
)
def test_a_voice_that_nothing_connects_is_kept_out(told: object, code: str) -> None:
    source = document("Iran delivered missiles to Russia. Kyiv was silent.")
    wrong = transfer("delivered", "Iran", "Russia", standing="attributed", voices=(told,))
    assert codes(proven(source, wrong)) == [code]


def test_a_claim_of_nobody_is_none() -> None:
    source = document("Iran delivered missiles to Russia.")
    assert codes(proven(source, transfer("delivered", "Iran", "Russia", standing="unnamed"))) == ["no_voice"]
    assert codes(proven(source, claim((1, "delivered"), filler("purpose", 1, "missiles", "text")))) == ["no_core"]
    assert codes(proven(source, transfer("delivered", "Iran", "Russia", stage="signed"))) == ["no_such_stage"]
    assert codes(proven(source, claim((1, "delivered"), filler("member", 1, "Iran")))) == ["no_such_role"]


def test_a_turn_of_an_interview_is_of_a_person_named_before_it() -> None:
    text = "General Ba talks to us in Bamako.\n\nQ: And then?\nA: Fine. Iran delivered missiles to Mali.\n"
    place = next(one for one in numbered(document(text)).sentences if "Iran" in text[one.start : one.end]).number
    told = claim((place, "delivered"), filler("supplier", place, "Iran"), filler("recipient", place, "Mali"))
    spoken = structs.replace(told, standing="attributed", voices=(voice(1, "General Ba", None, "person"),))
    [found] = proven(document(text), spoken).claims
    assert found.attribution[0].text == "General Ba"
    other = structs.replace(spoken, voices=(voice(1, "Bamako", None, "state"),))
    assert codes(proven(document(text), other)) == ["voice_apart"]


def test_who_is_named_farther_up_speaks_where_the_reporting_words_stand_beside_the_trigger() -> None:
    between = "The sea was calm. Boats lay in the bay. The market was full. Nobody spoke of the war."
    text = f"General Ba came to Bamako. {between} Iran, he said, delivered missiles to Mali."
    last = len(numbered(document(text)).sentences)
    told = claim((last, "delivered"), filler("supplier", last, "Iran"), filler("recipient", last, "Mali"))
    spoken = structs.replace(told, standing="attributed", voices=(voice(1, "General Ba", "said", "person"),))
    [found] = proven(document(text), spoken).claims
    assert found.attribution[0].text == "General Ba"
    silent = structs.replace(spoken, voices=(voice(1, "Bamako", None, "state"),))
    assert codes(proven(document(text), silent)) == ["voice_apart"]


@pytest.mark.parametrize("words", ["будто бы", "вроде бы", "якобы"])
def test_a_particle_of_rumour_is_no_mood(words: str) -> None:
    source = document(f"Иран {words} поставил России ракеты.", "ru")
    [found] = proven(source, transfer("поставил", "Иран", "России", standing="rumoured")).claims
    assert (found.standing, found.polarity) == ("rumoured", "affirmed")
    unreal = document("Иран поставил бы России ракеты.", "ru")
    assert codes(proven(unreal, transfer("поставил", "Иран", "России", standing="rumoured"))) == ["not_asserted"]


def test_a_condition_that_is_told_as_one_leaves_the_commitment() -> None:
    source = document("La Norvège volera au secours de la Pologne si une armée franchit sa frontière.", "fr")
    duty = claim(
        (1, "volera au secours"),
        filler("obligor", 1, "La Norvège"),
        filler("beneficiary", 1, "la Pologne"),
        filler("condition", 1, "si une armée franchit sa frontière", "text"),
        type="commitment",
        stage="affirmed",
    )
    assert codes(proven(source, duty)) == []
    silent = structs.replace(duty, roles=duty.roles[:-1])
    assert codes(proven(source, silent)) == ["not_asserted"]


def test_a_word_that_denies_something_else_denies_no_statement() -> None:
    source = document("Iran delivered missiles to Russia that nobody had ordered.")
    assert codes(proven(source, transfer("delivered", "Iran", "Russia", polarity="negated"))) == ["not_negated"]


def test_who_denies_by_reporting_words_denies() -> None:
    source = document("The ministry in Tehran dismisses as false any delivery of missiles to Russia by Iran.")
    told = transfer(
        "delivery",
        "Iran",
        "Russia",
        polarity="negated",
        standing="attributed",
        voices=(voice(1, "The ministry", "dismisses as false"),),
    )
    assert codes(proven(source, told)) == []
