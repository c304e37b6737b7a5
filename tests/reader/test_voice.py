"""Whose word it is: voices, sources, quotations, denials and rumours give standing, attribution and certainty."""

import pytest

from foedus.model.claim import Claim
from tests.reader.reading import keys, only, read

ERDOGAN = ("recep-tayyip-erdogan", "person")


def nearest(claim: Claim) -> tuple[str | None, str]:
    return claim.attribution[0].entity, claim.attribution[0].kind


ATTRIBUTED = [
    ("fr", "Selon le ministère grec de la Défense, la Turquie a remis des drones au Mali.", ("GRC", "state"), "Selon"),
    (
        "fr",
        "Le ministre grec de la Défense a dit que la Turquie avait remis des drones au Mali.",
        ("GRC", "person"),
        "dit",
    ),
    ("fr", "Recep Tayyip Erdogan a déclaré que la Turquie avait remis des drones au Mali.", ERDOGAN, "déclaré"),
    ("fr", "La Turquie a remis des drones au Mali, a indiqué Recep Tayyip Erdogan.", ERDOGAN, "indiqué"),
    ("en", "According to the Greek defence ministry, Turkey delivered drones to Mali.", ("GRC", "state"), "According"),
    ("fr", "D'après un rapport, la Turquie a remis des drones au Mali.", (None, "document"), "D'"),
    ("en", "According to a report, Turkey delivered drones to Mali.", (None, "document"), "According"),
    ("en", "Recep Tayyip Erdogan said that Turkey had delivered drones to Mali.", ERDOGAN, "said"),
    ("en", "Turkey delivered drones to Mali, Recep Tayyip Erdogan said.", ERDOGAN, "said"),
]
UNNAMED = [
    ("fr", "Selon une source diplomatique, la Turquie a remis des drones au Mali."),
    ("fr", "Un responsable a affirmé que la Turquie avait remis des drones au Mali."),
    ("en", "According to diplomats, Turkey delivered drones to Mali."),
    ("en", "An official said that Turkey had delivered drones to Mali."),
    ("en", "Turkey delivered drones to Mali, officials said."),
]
QUOTED = [
    ("fr", "« La Turquie a remis des drones au Mali », a déclaré Recep Tayyip Erdogan."),
    (
        "fr",
        "« La Turquie a remis des drones au Mali. C'est un fait. » Recep Tayyip Erdogan l'a déclaré devant la presse.",
    ),
    ("en", "“Turkey has delivered drones to Mali,” Recep Tayyip Erdogan said."),
    ("en", "“Turkey has delivered drones to Mali. That is a fact.” Recep Tayyip Erdogan said this in the evening."),
]
RUMOURED = [
    ("fr", "La Turquie aurait livré des drones au Mali."),
    ("fr", "Des rumeurs indiquent que la Turquie a remis des drones au Mali."),
    ("en", "Turkey has reportedly delivered drones to Mali."),
    ("en", "Rumours say that Turkey has delivered drones to Mali."),
]


@pytest.mark.parametrize(
    "lang_text", [("fr", "La Turquie a remis des drones au Mali."), ("en", "Turkey delivered drones to Mali.")]
)
def test_without_a_voice_the_outlet_states(lang_text: tuple[str, str]) -> None:
    claim = only(lang_text[1], lang_text[0])
    assert (claim.standing, claim.certainty, claim.attribution, claim.quoted) == ("stated", "certain", (), False)


@pytest.mark.parametrize(("lang", "text", "voice", "cue"), ATTRIBUTED, ids=[row[1] for row in ATTRIBUTED])
def test_a_named_voice_is_the_nearest_of_the_attribution(
    lang: str, text: str, voice: tuple[str | None, str], cue: str
) -> None:
    claim = only(text, lang)
    assert (claim.standing, claim.certainty, claim.quoted) == ("attributed", "certain", False)
    assert nearest(claim) == voice
    assert any(found.text.startswith(cue) for found in claim.cues if found.kind == "voice")
    assert (keys(claim, "supplier"), keys(claim, "recipient")) == ("TUR", "MLI")


@pytest.mark.parametrize(("lang", "text"), UNNAMED)
def test_a_source_without_a_name_is_unnamed(lang: str, text: str) -> None:
    claim = only(text, lang)
    assert (claim.standing, nearest(claim)) == ("unnamed", (None, "unnamed"))


@pytest.mark.parametrize(("lang", "text"), QUOTED)
def test_a_quotation_belongs_to_its_speaker_even_in_the_next_sentence(lang: str, text: str) -> None:
    claim = only(text, lang)
    assert (claim.standing, claim.quoted, claim.zone) == ("attributed", True, "quotation")
    assert nearest(claim) == ERDOGAN


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "« Nous avons remis des drones au Mali », a déclaré Recep Tayyip Erdogan."),
        ("en", "“We have delivered drones to Mali,” said Recep Tayyip Erdogan."),
    ],
)
def test_we_in_a_quotation_is_the_speakers_state(lang: str, text: str) -> None:
    (supplier,) = only(text, lang).fillers("supplier")
    assert (supplier.entity, supplier.via, supplier.text) == ("TUR", "speaker", "Recep Tayyip Erdogan")


@pytest.mark.parametrize(("lang", "text"), RUMOURED)
def test_a_rumour_that_nobody_voices_is_possible(lang: str, text: str) -> None:
    claim = only(text, lang)
    assert (claim.standing, claim.certainty, claim.attribution) == ("rumoured", "possible", ())
    assert "rumour" in [cue.kind for cue in claim.cues]


def test_the_hearsay_conditional_with_a_voice_is_probable() -> None:
    claim = only("Selon un diplomate, la Turquie aurait livré des drones au Mali.", "fr")
    assert (claim.standing, claim.certainty) == ("unnamed", "probable")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "La Turquie a démenti avoir livré des drones au Mali."),
        pytest.param(
            *("fr", "La Turquie dément avoir livré des drones au Mali."),
            marks=pytest.mark.xfail(strict=True, reason="the tagger takes dément for an adverb in -ment"),
        ),
        ("fr", "La Turquie nie avoir livré des drones au Mali."),
        ("fr", "Ankara a démenti que la Turquie ait livré des drones au Mali."),
    ],
)
def test_a_denied_act_is_negated_and_the_deniers_word(lang: str, text: str) -> None:
    claim = only(text, lang)
    assert (claim.stage, claim.polarity, claim.standing) == ("delivered", "negated", "attributed")
    assert nearest(claim) == ("TUR", "state")
    assert keys(claim, "supplier") == "TUR"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "fr",
            "Recep Tayyip Erdogan a déclaré que la Turquie avait remis des drones au Mali. "
            "Il a ajouté que la Turquie avait remis des fusils au Niger.",
        ),
        (
            "en",
            "Recep Tayyip Erdogan said that Turkey had delivered drones to Mali. "
            "He added that Turkey had delivered rifles to Niger.",
        ),
    ],
)
def test_a_speaker_goes_on_as_a_pronoun(lang: str, text: str) -> None:
    assert [nearest(claim) for claim in read(text, lang)] == [ERDOGAN, ERDOGAN]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Selon un diplomate, la Turquie a remis des drones au Mali. La Suède a remis des canons à l'Estonie."),
        ("en", "According to a diplomat, Turkey delivered drones to Mali. Sweden delivered howitzers to Estonia."),
    ],
)
def test_a_voice_ends_with_its_sentence(lang: str, text: str) -> None:
    assert [claim.standing for claim in read(text, lang)] == ["unnamed", "stated"]
