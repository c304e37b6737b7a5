"""Whatever a well-formed answer tells of whatever document, proof gives claims and rejections and never raises."""

from collections.abc import Sequence
from typing import get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedus.careful.answer import Quote, ToldClaim, ToldDate, ToldFiller, ToldMoney, ToldQuantity, ToldVoice
from foedus.careful.proof.fault import reasons
from foedus.model.vocabulary import TYPES, Certainty, ClaimType, Kind, Polarity, Standing, Via, VoiceKind
from tests.careful.proof.told import document, proven

PIECES = (
    "Le Sénégal a reçu dix drones [de facture turque, livrés par Ankara en mai].",
    "[La Turquie n’a rien livré (selon elle) au Mali. – NDLR]",
    "« Nous l’aurions fait », a dit le ministre : « il en avait commandé […] cinq en 2019 ».",
    "Iran has not delivered 40 missiles to Russia, the Pentagon said on 9 March.",
    "If it did so, the talks would end; who would pay $3m?",
    "Mrs Reed. – We have signed [sic] the treaty.",
    "Россия, по словам Киева, якобы поставит Ирану (КНР) Су-35 до конца года.",
    "[...] — «»",
    '{"claims": []} <b>sent</b>',
    "\u200b\u202e\ufeff",
    "А" * 30,
)
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4)
seams = st.sampled_from((" ", "\n", "\n\n"))
numbers = st.integers(-1, 6)
counts = st.none() | st.integers(-3, 10**6) | st.floats(allow_nan=False, allow_infinity=False)
dates = st.sampled_from(
    ("2024", "2024-05", "2024-13-40", "../2024-12-31", "2019/..", "", "soon", "2024-05-01/2023", "~")
)


def kinds_of(literal: object) -> st.SearchStrategy[str]:
    return st.sampled_from(get_args(literal))


def slices(words: Sequence[str]) -> st.SearchStrategy[str]:
    """Some words of the text that stand together, or any characters."""
    places = st.tuples(st.integers(0, len(words) - 1), st.integers(1, 4))
    whole = places.map(lambda at: " ".join(words[at[0] : at[0] + at[1]]).strip("[].,"))
    single = st.sampled_from(words)
    return st.one_of(whole, whole, whole, single, st.text(max_size=3))


@st.composite
def told_claims(draw: st.DrawFn, words: Sequence[str]) -> ToldClaim:
    quotes = slices(words)
    places = st.builds(Quote, numbers, quotes)
    claim_type: ClaimType = draw(kinds_of(ClaimType))  # type: ignore[arg-type]  # it is drawn from that list
    spec = TYPES[claim_type]
    roles = st.sampled_from((*spec.roles, *spec.core, "nobody"))
    fillers = st.builds(
        ToldFiller, roles, numbers, quotes, kinds_of(Kind), st.none() | kinds_of(Via), st.none() | places
    )
    voices = st.builds(
        ToldVoice, numbers, quotes, kinds_of(VoiceKind), st.none() | quotes, st.none() | quotes, st.none() | dates
    )
    when = st.none() | st.builds(ToldDate, dates, st.none() | places)
    return ToldClaim(
        claim_type,
        draw(st.sampled_from((*spec.stages, "nothing"))),
        draw(places),
        tuple(draw(st.lists(fillers, max_size=4))),
        draw(
            st.none()
            | st.builds(ToldQuantity, numbers, quotes, counts, counts, counts, st.none() | quotes, st.booleans())
        ),
        draw(
            st.none() | st.builds(ToldMoney, numbers, quotes, st.integers(), counts, counts, st.none(), st.booleans())
        ),
        draw(when),
        draw(when),
        draw(kinds_of(Polarity)),  # type: ignore[arg-type]  # these too
        draw(kinds_of(Certainty)),  # type: ignore[arg-type]
        draw(kinds_of(Standing)),  # type: ignore[arg-type]
        tuple(draw(st.lists(voices, max_size=2))),
        tuple(draw(st.lists(numbers, max_size=2))),
        draw(st.sampled_from((None, "a1", "x"))),
    )


@given(
    st.data(), texts, seams, st.sampled_from(("fr", "en", "ru", "de")), st.sampled_from(("2024-05-06", "2024", None))
)
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_proof_never_raises(
    data: st.DataObject, pieces: list[str], seam: str, lang: str, published: str | None
) -> None:
    text = seam.join(pieces)
    answer = data.draw(st.lists(told_claims(text.split() or ["-"]), max_size=6))
    outcome = proven(document(text, lang, published), *answer)
    assert len(outcome.claims) + len(outcome.rejected) <= len(answer)
    assert all(one.code in reasons() for one in outcome.rejected)
    for found in outcome.claims:
        assert text[found.trigger.start : found.trigger.end] == found.trigger.text
