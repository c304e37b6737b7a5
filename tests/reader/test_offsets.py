"""Every span of every claim reproduces its words, whatever characters stand between, before and inside them."""

import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedus.ingest.document import build
from foedus.ingest.options import Metadata
from foedus.model.errors import InputError
from foedus.reader.read import Reader
from tests.reader.reading import assert_spans_reproduce, report

SENTENCES = {
    "fr": [
        "La Suède a remis huit canons Archer à l’Estonie en mars 2021, selon un diplomate.",
        "« Nous livrerons 12 chars Leclerc à la Grèce », a déclaré le ministre français de la Défense.",
        "Le Danemark a envoyé 200 soldats en Lettonie en mai 2022 [dans le cadre de l’OTAN, ndlr].",
        "La Corée du Nord nie avoir vendu des obus à la Russie pour 3,5 millions d’euros.",
    ],
    "en": [
        "Sweden delivered eight Archer howitzers to Estonia in March 2021, a diplomat said.",
        "“We will supply 12 Leopard 2 tanks to Greece,” the German defence minister said on Tuesday.",
        "Denmark sent 200 soldiers to Latvia in May 2022 as part of NATO.",
        "North Korea denies that it sold shells to Russia for $3.5 million.",
    ],
    "ru": [
        "Швеция передала Эстонии восемь гаубиц Archer в марте 2021 года, сообщил дипломат.",
        "«Мы поставим Греции 12 танков Leopard 2», — заявил министр обороны Германии.",
        "Дания направила 200 солдат в Латвию в мае 2022 года в рамках НАТО.",
        "Северная Корея отрицает, что продала России снаряды на 3,5 млн долларов.",
    ],
}
ODD = [
    *("\U0001f600", "\U0001f469\u200d\U0001f680", "\U0001f1eb\U0001f1f7"),  # emoji, joined ones, a flag
    *("\u0301", "\u0308", "e\u0301", "\u0327\u0323"),  # combining accents
    *("\r\n", "\r", "\r\n\r\n", "\n", "\u2028", "\u0085", "\x0b", "\x0c"),  # ends of lines
    *("\u202b\u0633\u0644\u0627\u0645\u202c", "\u200f", "\u05d0\u05d1", "\u2067x\u2069"),  # right to left
    *("\u00ad", "\u00a0", "\u202f", "\u2009", "\u2003", "\u3000"),  # soft hyphen, spaces
    *("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"),  # no width, and a byte order mark inside
    *("\t", "\x00", "\x07", "\x1b[0m", "\x7f", "\ufffd"),  # tabs and controls
    *("«", "»", "“", '"', "'", "’", "[", "]", "(", ")", "…", "—", "©", "ﬁ", "İ", "ẞ", "Ⅻ", "½"),
]
PIECES = st.lists(st.tuples(st.integers(0, 400), st.sampled_from(ODD)), max_size=12)
LANGS = st.sampled_from(sorted(SENTENCES))
QUICK = settings(max_examples=70, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def with_odd(text: str, pieces: Sequence[tuple[int, str]]) -> str:
    """The text with each piece put in at its place."""
    for place, piece in pieces:
        at = place % (len(text) + 1)
        text = text[:at] + piece + text[at:]
    return text


def check(text: str, lang: str, title: str | None = None) -> int:
    """How many claims were read, each with true offsets."""
    document = report(text, lang, title=title)
    found = Reader.load().read(document, min_confidence=0)
    for claim in found.claims:
        assert_spans_reproduce(claim, document.text)
    return len(found.claims)


@QUICK
@given(LANGS, st.permutations(range(4)), PIECES, st.sampled_from([" ", "\n\n", "\r\n\r\n", "\r"]))
def test_odd_characters_anywhere_leave_offsets_true(
    lang: str, order: list[int], pieces: list[tuple[int, str]], between: str
) -> None:
    check(with_odd(between.join(SENTENCES[lang][i] for i in order[:3]), pieces), lang)


@QUICK
@given(LANGS, st.sampled_from(ODD), st.integers(0, 3))
def test_the_same_odd_character_for_every_space_leaves_offsets_true(lang: str, odd: str, which: int) -> None:
    check(SENTENCES[lang][which].replace(" ", odd), lang)


@QUICK
@given(LANGS, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]), PIECES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_any_normal_form_and_line_end_leaves_offsets_true(
    lang: str, form: str, pieces: list[tuple[int, str]], line: str
) -> None:
    wrapped = line.join(f"{sentence[:40]}{line}{sentence[40:]}" for sentence in SENTENCES[lang][:2])
    text = with_odd(wrapped, pieces)
    check(unicodedata.normalize(form, text), lang)  # type: ignore[arg-type]  # one of the four forms


@settings(max_examples=40, deadline=None)
@given(LANGS, PIECES, PIECES)
def test_odd_characters_in_the_title_leave_offsets_true(
    lang: str, pieces: list[tuple[int, str]], inside: list[tuple[int, str]]
) -> None:
    check(with_odd(SENTENCES[lang][1], inside), lang, with_odd(SENTENCES[lang][0][:40], pieces))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80), LANGS, st.integers(0, 80))
def test_any_text_at_all_inside_a_sentence_leaves_offsets_true(inside: str, lang: str, place: int) -> None:
    sentence = SENTENCES[lang][0]
    check(sentence[:place] + inside + sentence[place:], lang)


@pytest.mark.parametrize("lang", sorted(SENTENCES))
@pytest.mark.parametrize("odd", ["\u00a0", "\u202f", "\u2009"])
def test_a_claim_is_found_with_spaces_of_any_width(lang: str, odd: str) -> None:
    assert check(SENTENCES[lang][0].replace(" ", odd), lang) == 1


@pytest.mark.parametrize("lang", sorted(SENTENCES))
def test_a_claim_is_found_behind_a_mark_and_between_windows_line_ends(lang: str) -> None:
    text = "\ufeff\U0001f600\r\n\r\n" + "\r\n\r\n".join(SENTENCES[lang][:2])
    assert check(text, lang) >= 2


@pytest.mark.parametrize("half", ["\ud800", "\udfff", "a\udc00b"])
def test_half_of_a_surrogate_pair_is_refused_with_its_place(half: str) -> None:
    with pytest.raises(InputError, match="page 7") as refused:
        build(SENTENCES["en"][0] + half, Metadata(), raw=b"", extractor="text/1", source="page 7", notes=())
    assert "\n" not in str(refused.value)
