"""What a search finds, in which order and with which places, in both stores."""

from collections.abc import Iterator

import pytest

from foedus.ledger.filters import ClaimFilter
from foedus.ledger.store import Ledger
from foedus.model.entity import Entity
from foedus.model.errors import UsageError
from foedus.model.review import Linkable
from tests.factories import claim, document

LENT = document(
    "Borland lent two air-defence systems to Arland. The air was clear, and defence was far away.",
    published="2022-05-19",
    title="Loan to Arland",
)
SENT = document("La Borlande a envoyé des missiles à l’Arlande, dit l’Élysée.", lang="fr", published="2023-01")
GAVE = document("Борландия передала ракеты Арландии.", lang="ru", published=None, outlet="Маяк")
CLAIMS = {
    "lent": claim(LENT, "lent", supplier="BOR=Borland", recipient="ARL=Arland", item="air-defence systems"),
    "sent": claim(SENT, "envoyé", supplier="BOR=Borlande", recipient="ARL=Arlande", item="missiles"),
    "gave": claim(GAVE, "передала", supplier="BOR=Борландия", recipient="ARL=Арландии", item="ракеты"),
}
NAMES = [
    Entity("BOR", "state", {"en": ("Borland", "Republic of Borland"), "fr": ("Borlande",), "ru": ("Борландия",)}),
    Entity("ARL", "state", {"en": ("Arland",), "fr": ("Arlande",), "ru": ("Арландия",)}),
]


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with Ledger.open(place) as opened:
        opened.add([(LENT, [CLAIMS["lent"]]), (SENT, [CLAIMS["sent"]]), (GAVE, [CLAIMS["gave"]])])
        opened.name_entities(NAMES)
        yield opened


def _found(ledger: Ledger, words: str, which: ClaimFilter | None = None) -> list[str]:
    hits = ledger.search(words, which or ClaimFilter()).hits
    return [name for hit in hits for name, one in CLAIMS.items() if one == hit.claim]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("LENT", ["lent"]),
        ("envoye elysee", ["sent"]),
        ("Élysée envoyé lent", []),
        ("air-defence", ["lent"]),
        ('"air defence"', ["lent"]),
        ("« air defence »", ["lent"]),
        ('"defence air"', []),
        ("defence air", ["lent"]),
        ("missil*", ["sent"]),
        ('"air def*"', ["lent"]),
        ("def", []),
        ("Borland", ["sent", "lent", "gave"]),
        ("Борландия", ["sent", "lent", "gave"]),
        ("republic of borland", ["sent", "lent", "gave"]),
        ("Borlande ракеты", ["gave"]),
        ("Borland -missiles", ["lent", "gave"]),
        ('Borland -"air defence" -ракеты', ["sent"]),
        ("missiles -Borland", []),
        ("Borland Arland", ["sent", "lent", "gave"]),
        ("Bor*", ["sent", "lent"]),
        ("clear", []),
    ],
)
def test_a_search_finds_words_phrases_beginnings_and_names(ledger: Ledger, words: str, names: list[str]) -> None:
    assert _found(ledger, words) == names


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("clear", [LENT.id]),
        ('"was clear"', [LENT.id]),
        ('"clear was"', []),
        ("Borland", [SENT.id, LENT.id, GAVE.id]),
        ("Borland -clear", [SENT.id, GAVE.id]),
        ("loan", [LENT.id]),
    ],
)
def test_documents_are_searched_by_their_whole_texts(ledger: Ledger, words: str, titles: list[str]) -> None:
    assert [hit.document.id for hit in ledger.search_documents(words).hits] == titles


def test_filters_narrow_a_search(ledger: Ledger) -> None:
    assert _found(ledger, "Borland", ClaimFilter(langs=("fr",))) == ["sent"]
    assert _found(ledger, "Borland", ClaimFilter(outlets=("Маяк",))) == ["gave"]
    assert [hit.document.id for hit in ledger.search_documents("Borland", ClaimFilter(langs=("ru",))).hits] == [GAVE.id]
    refused = ClaimFilter(stages=("refused",))
    assert not ledger.search_documents("Borland", refused).hits


def test_hits_stand_where_they_are_told_to_in_the_stored_text(ledger: Ledger) -> None:
    (hit,) = ledger.search('"air defence" Arland').hits
    (snippet,) = hit.snippets
    assert LENT.text[snippet.start : snippet.end] == snippet.text
    assert [LENT.text[start:end] for start, end in snippet.hits] == ["air-defence", "Arland"]
    (told,) = ledger.search_documents("far").hits
    assert [LENT.text[start:end] for start, end in told.snippet.hits] == ["far"]
    assert LENT.text[told.snippet.start : told.snippet.end] == told.snippet.text


def test_the_entity_that_a_name_means_is_marked_under_its_own_name(ledger: Ledger) -> None:
    (hit,) = ledger.search("Borland ракеты").hits
    marked = [GAVE.text[start:end] for snippet in hit.snippets for start, end in snippet.hits]
    assert marked == ["Борландия", "ракеты"]


def test_an_analysts_own_name_for_an_entity_is_searched_from_then_on(ledger: Ledger) -> None:
    assert _found(ledger, "Southland") == []
    ledger.review("anna").link("Southland", Linkable("ARL", "state", "Arland"))
    assert _found(ledger, "Southland") == ["sent", "lent", "gave"]
    before = max(one.batch for one in ledger.audit()) - 1
    assert _found(ledger, "Southland", ClaimFilter(as_of=before)) == []


def test_names_are_kept_once_and_new_ones_come_to_them(ledger: Ledger) -> None:
    assert ledger.name_entities(NAMES) == 0
    assert ledger.name_entities([Entity("ARL", "state", {"en": ("Arland", "ARLAND", "Old Arland")})]) == 1
    assert _found(ledger, "Old Arland") == ["sent", "lent", "gave"]


def test_rejected_claims_and_withdrawn_documents_are_not_found(ledger: Ledger) -> None:
    ledger.review("anna").reject(CLAIMS["lent"].id, reason="misread")
    assert _found(ledger, "lent") == []
    assert _found(ledger, "lent", ClaimFilter(review=("rejected",))) == ["lent"]
    ledger.forget(ledger.scope(LENT.id), "asked to")
    assert _found(ledger, "lent", ClaimFilter(review=("rejected",))) == []
    assert ledger.search_documents("clear").hits == ()


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("-lent", "names no word to look for"),
        ("  – ", "names no word to look for"),
        ("lent " * 65, "64 words and phrases at most, not 65"),
        ('"lent', "opens a quotation and does not close it"),
    ],
)
def test_a_search_for_nothing_is_told(ledger: Ledger, words: str, line: str) -> None:
    with pytest.raises(UsageError, match=line):
        ledger.search(words)


def test_as_many_words_as_a_search_may_have_are_searched(ledger: Ledger) -> None:
    assert _found(ledger, "lent" + " -x" * 63) == ["lent"]
    assert _found(ledger, " ".join(["lent"] * 64)) == ["lent"]
    assert [hit.document.id for hit in ledger.search_documents("clear" + ' -"air raid"' * 63).hits] == [LENT.id]


@pytest.mark.parametrize("words", ["a OR b", "NEAR(a b)", "a:b", "^q", "'a & b | !c'", "a\\b", "%", "' -- ;", "{a} +b"])
def test_signs_of_the_stores_own_languages_mean_nothing(ledger: Ledger, words: str) -> None:
    try:
        assert _found(ledger, words) == []
    except UsageError as error:
        assert "names no word" in str(error)
