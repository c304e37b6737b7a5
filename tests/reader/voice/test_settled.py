"""What is heard, said in the contract's terms: negative stages, wishes and conditions, the date of saying."""

import pytest

from tests.reader.reading import only, read


@pytest.mark.parametrize(
    ("lang", "text", "stage", "polarity"),
    [
        ("fr", "La Turquie n'a pas livré de drones au Mali.", "delivered", "negated"),
        (
            "fr",
            "La Turquie n'a pas seulement livré des drones au Mali.",
            "delivered",
            "affirmed",
        ),
        ("en", "Turkey has not delivered drones to Mali.", "delivered", "negated"),
        ("en", "Turkey denied that it had delivered drones to Mali.", "delivered", "negated"),
        ("ru", "Турция не поставила Мали беспилотники.", "delivered", "negated"),
        ("fr", "La Turquie a renoncé à livrer des drones au Mali.", "cancelled", "affirmed"),
    ],
)
def test_a_negative_stage_spends_one_negation(lang: str, text: str, stage: str, polarity: str) -> None:
    claim = only(text, lang)
    assert (claim.stage, claim.polarity) == (stage, polarity)
    assert polarity == "affirmed" or {"negation"} & {cue.kind for cue in claim.cues}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Si la Turquie livrait des drones au Mali, l'Algérie protesterait."),
        ("fr", "La Turquie a-t-elle livré des drones au Mali ?"),
        ("en", "If Turkey delivered drones to Mali, Algeria would protest."),
        ("en", "Has Turkey delivered drones to Mali?"),
        ("ru", "Если Турция поставит Мали беспилотники, Алжир будет против."),
        ("ru", "Поставила ли Турция беспилотники Мали?"),
    ],
)
def test_conditions_and_questions_are_no_claims(lang: str, text: str) -> None:
    assert [claim for claim in read(text, lang) if claim.type == "transfer"] == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Le ministre a déclaré le 9 mai 2022 que la Turquie avait livré des drones au Mali."),
        ("en", "The minister said on 9 May 2022 that Turkey had delivered drones to Mali."),
        ("ru", "Министр заявил 9 мая 2022 года, что Турция поставила Мали беспилотники."),
    ],
)
def test_the_date_of_saying_is_the_voices_and_not_the_events(lang: str, text: str) -> None:
    claim = only(text, lang)
    assert [voice.said_when for voice in claim.attribution] == ["2022-05-09"]
    assert claim.when is None
