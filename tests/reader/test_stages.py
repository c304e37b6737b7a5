"""What stands over a trigger: operators, tense, negation, hedges, conditions; stage, polarity and certainty."""

import pytest

from tests.reader.known_misses import cases
from tests.reader.reading import keys, only, read

TABLE = [
    # sale and delivery, by who decides
    ("fr", "Le Danemark prévoit de livrer des chars à la Lettonie.", "intended", "affirmed", "certain"),
    ("fr", "Le Danemark a promis de livrer des chars à la Lettonie.", "intended", "affirmed", "certain"),
    ("en", "Denmark pledged to deliver tanks to Latvia.", "intended", "affirmed", "certain"),
    ("fr", "Le Danemark a proposé de livrer des chars à la Lettonie.", "offered", "affirmed", "certain"),
    ("en", "Denmark offered to deliver tanks to Latvia.", "offered", "affirmed", "certain"),
    ("fr", "Le Danemark refuse de livrer des chars à la Lettonie.", "refused", "affirmed", "certain"),
    ("en", "Denmark refused to deliver tanks to Latvia.", "refused", "affirmed", "certain"),
    ("fr", "Le Danemark a suspendu la livraison de chars à la Lettonie.", "suspended", "affirmed", "certain"),
    ("fr", "Le Danemark a cessé de livrer des chars à la Lettonie.", "suspended", "affirmed", "certain"),
    ("en", "Denmark suspended the delivery of tanks to Latvia.", "suspended", "affirmed", "certain"),
    ("en", "Denmark stopped delivering tanks to Latvia.", "suspended", "affirmed", "certain"),
    ("fr", "Le Danemark a renoncé à livrer des chars à la Lettonie.", "cancelled", "affirmed", "certain"),
    ("en", "Denmark cancelled the delivery of tanks to Latvia.", "cancelled", "affirmed", "certain"),
    ("fr", "Le Danemark négocie la vente de chars à la Lettonie.", "negotiated", "affirmed", "certain"),
    ("en", "Denmark is negotiating the sale of tanks to Latvia.", "negotiated", "affirmed", "certain"),
    ("fr", "Le Danemark a commencé à livrer des chars à la Lettonie.", "delivering", "affirmed", "certain"),
    ("en", "Denmark began delivering tanks to Latvia.", "delivering", "affirmed", "certain"),
    # purchase: the buyer's will is another stage
    ("fr", "La Lettonie a décidé d'acheter des chars au Danemark.", "intended", "affirmed", "certain"),
    ("en", "Latvia decided to buy tanks from Denmark.", "intended", "affirmed", "certain"),
    ("fr", "La Lettonie souhaite acheter des chars au Danemark.", "sought", "affirmed", "possible"),
    ("en", "Latvia wants to buy tanks from Denmark.", "sought", "affirmed", "possible"),
    ("fr", "La Lettonie a signé un contrat pour l'achat de chars au Danemark.", "ordered", "affirmed", "certain"),
    # tense
    ("fr", "Le Danemark livrera des chars à la Lettonie.", "intended", "affirmed", "certain"),
    ("en", "Denmark will deliver tanks to Latvia.", "intended", "affirmed", "certain"),
    ("en", "Denmark sells tanks to Latvia.", "unspecified", "affirmed", "certain"),
    # negation
    ("fr", "Le Danemark n'a pas livré de chars à la Lettonie.", "delivered", "negated", "certain"),
    ("fr", "Le Danemark n’a jamais livré de chars à la Lettonie.", "delivered", "negated", "certain"),
    ("en", "Denmark did not deliver tanks to Latvia.", "delivered", "negated", "certain"),
    ("en", "Denmark has never delivered tanks to Latvia.", "delivered", "negated", "certain"),
    ("fr", "Le Danemark n'a pas refusé de livrer des chars à la Lettonie.", "refused", "negated", "certain"),
    ("en", "Denmark did not refuse to deliver tanks to Latvia.", "refused", "negated", "certain"),
    ("ru", "Дания обещала поставить Латвии танки.", "intended", "affirmed", "certain"),
    ("ru", "Дания приостановила поставку танков Латвии.", "suspended", "affirmed", "certain"),
    ("ru", "Дания не поставила Латвии танки.", "delivered", "negated", "certain"),
    ("ru", "Дания отказалась поставлять Латвии танки.", "refused", "affirmed", "certain"),
    # hedges
    ("fr", "Le Danemark a probablement livré des chars à la Lettonie.", "delivered", "affirmed", "probable"),
    ("en", "Denmark has probably delivered tanks to Latvia.", "delivered", "affirmed", "probable"),
]


@pytest.mark.parametrize(("lang", "text", "stage", "polarity", "certainty"), cases("stage", TABLE))
def test_stage_polarity_and_certainty(lang: str, text: str, stage: str, polarity: str, certainty: str) -> None:
    claim = only(text, lang)
    assert (claim.stage, claim.polarity, claim.certainty) == (stage, polarity, certainty)
    assert (keys(claim, "supplier"), keys(claim, "recipient"), keys(claim, "item")) == ("DNK", "LVA", "tank")


@pytest.mark.parametrize(
    ("lang", "text", "kind", "words"),
    cases(
        "cue",
        [
            ("fr", "Le Danemark refuse de livrer des chars à la Lettonie.", "operator", "refuse"),
            ("en", "Denmark refused to deliver tanks to Latvia.", "operator", "refused"),
            ("fr", "Le Danemark livrera des chars à la Lettonie.", "tense", "livrera"),
            ("en", "Denmark will deliver tanks to Latvia.", "tense", "will"),
            ("en", "Denmark did not deliver tanks to Latvia.", "negation", "not"),
            ("en", "Denmark has probably delivered tanks to Latvia.", "hedge", "probably"),
        ],
    ),
)
def test_the_word_that_decided_is_a_cue(lang: str, text: str, kind: str, words: str) -> None:
    """An operator may be the trigger itself: "refused" over "to deliver" tells the claim by itself."""
    told = [cue.kind for cue in only(text, lang).cues if cue.text == words]
    assert told
    assert set(told) <= ({kind, "trigger"} if kind == "operator" else {kind})


@pytest.mark.parametrize(
    ("lang", "text"),
    cases(
        "supposition",
        [
            ("fr", "Si le Danemark livrait des chars à la Lettonie, le Kremlin protesterait."),
            ("fr", "Si la Lettonie achète des chars au Danemark, le Kremlin protestera."),
            ("en", "If Denmark delivered tanks to Latvia, the neighbours would protest."),
            ("en", "Unless Denmark delivers tanks to Latvia, the plan fails."),
            ("en", "Denmark would deliver tanks to Latvia if the parliament agreed."),
        ],
    ),
)
def test_a_supposition_is_no_claim(lang: str, text: str) -> None:
    assert [claim for claim in read(text, lang) if claim.type == "transfer"] == []


@pytest.mark.parametrize(
    ("lang", "text"),
    cases(
        "supposition",
        [
            ("fr", "La Lettonie a recruté des soldats pour équiper son armée de chars."),
            ("fr", "Le Danemark a levé des fonds pour livrer des chars à la Lettonie."),
        ],
    ),
)
def test_an_aim_is_no_claim(lang: str, text: str) -> None:
    assert [claim for claim in read(text, lang) if claim.type == "transfer"] == []


BESIDE = "La Suède a remis des canons à l'Estonie. Si le Danemark livrait des chars, le Kremlin protesterait."


@pytest.mark.parametrize(("lang", "text"), cases("supposition", [("fr", BESIDE)]))
def test_a_statement_beside_a_supposition_stays_one(lang: str, text: str) -> None:
    assert [keys(claim, "supplier") for claim in read(text, lang)] == ["SWE"]
