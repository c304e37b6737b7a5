"""What connects a told voice with a statement, and what does not."""

import pytest
from msgspec import structs

from foedus.careful.answer import ToldClaim, ToldVoice
from foedus.careful.numbering import numbered
from foedus.careful.proven import Proven
from tests.careful.proof.told import claim, codes, document, filler, proven, voice


def told_of(source_text: str, lang: str, trigger: str, parties: tuple[str, str], said: ToldVoice) -> Proven:
    """A delivery between two parties, told in the sentence that holds the trigger, as somebody's word."""
    source = document(source_text, lang)
    home = next(one.number for one in numbered(source).sentences if trigger in source_text[one.start : one.end])
    supplier, recipient = parties
    told: ToldClaim = claim(
        (home, trigger),
        filler("supplier", home, supplier),
        filler("recipient", home, recipient),
        standing="attributed",
        voices=(said,),
    )
    return proven(source, told)


@pytest.mark.parametrize(
    ("lang", "text", "trigger", "parties", "said"),
    [
        (  # words that keep distance are somebody's: the last one's who spoke
            "fr",
            "Malte sous le feu\n\nLe colonel Henri Vasseur a parlé mardi à la presse. Il pleuvait. L’Iran aurait livré "
            "des missiles à la Russie.",
            "livré",
            ("L’Iran", "la Russie"),
            voice(2, "Henri Vasseur", None, "person"),
        ),
        (  # a name alone opens the paragraph of whoever speaks there
            "fr",
            "Audition de mardi\n\nOù en est-on ?\n\nLe général. L’Iran a livré des missiles à la Russie en mai.",
            "livré",
            ("L’Iran", "la Russie"),
            voice(3, "Le général", None, "person"),
        ),
        (  # "it writes", of the paper named before
            "en",
            "Papers at war\n\nThe Harbour Gazette has some news. Iran, it writes, delivered missiles to Russia.",
            "delivered",
            ("Iran", "Russia"),
            voice(2, "The Harbour Gazette", None, "outlet"),
        ),
        (  # a report goes on as long as nobody else speaks
            "en",
            "A busy year\n\nA report by the ministry shows how trade grew. The harbour was enlarged. Roads were built. "
            "New cranes stand there. Iran delivered missiles to Russia in May.",
            "delivered",
            ("Iran", "Russia"),
            voice(2, "A report", None, "document"),
        ),
        (  # a paragraph in the first person is of the person whom the lead names
            "en",
            "The man who counts\n\nPaul Reed came to see us in Leiden.\n\nAnd then?\n\nI saw crates. Iran delivered "
            "missiles to Russia.",
            "delivered",
            ("Iran", "Russia"),
            voice(2, "Paul Reed", None, "person"),
        ),
        (  # "to hear him" has no subject of its own
            "fr",
            "Le marché\n\nIl y a foule. À entendre Paul Reed, l’Iran a livré des missiles à la Russie.",
            "livré",
            ("l’Iran", "la Russie"),
            voice(3, "Paul Reed", "À entendre", "person"),
        ),
        (  # the next sentence says whose news it is
            "ru",
            "Вести с моря\n\nИран поставил России ракеты. Об этом сообщил в среду адмирал Пётр Заозёрный.",
            "поставил",
            ("Иран", "России"),
            voice(3, "Пётр Заозёрный", None, "person"),
        ),
    ],
)
def test_language_connects_a_voice_with_words_away_from_it(
    lang: str, text: str, trigger: str, parties: tuple[str, str], said: ToldVoice
) -> None:
    outcome = told_of(text, lang, trigger, parties, said)
    assert codes(outcome) == []
    assert [one.text for one in outcome.claims[0].attribution] == [said.quote]


@pytest.mark.parametrize(
    ("lang", "text", "trigger", "parties", "said"),
    [
        (  # the reporting words are somebody else's by name
            "en",
            "Kyiv is calm\n\nPaul Reed met Anna Berg in Kyiv. Iran delivered missiles to Russia, Anna Berg hinted.",
            "delivered",
            ("Iran", "Russia"),
            voice(2, "Paul Reed", "hinted", "person"),
        ),
        (  # a state is no "he"
            "en",
            "Kyiv is calm\n\nPaul Reed came to Warsaw. Nobody met him. Iran, he said, delivered missiles to Russia.",
            "delivered",
            ("Iran", "Russia"),
            voice(2, "Warsaw", "said", "state"),
        ),
        (  # somebody else has begun to speak
            "en",
            "A busy year\n\nA report by the ministry shows how trade grew. Anna Berg said that it would rain. It did. "
            "The sea rose. Iran delivered missiles to Russia.",
            "delivered",
            ("Iran", "Russia"),
            voice(2, "A report", None, "document"),
        ),
        (  # whoever only acts near the words has not said them
            "en",
            "Kyiv is calm\n\nPaul Reed bought a house by the sea. Iran delivered missiles to Russia.",
            "delivered",
            ("Iran", "Russia"),
            voice(2, "Paul Reed", None, "person"),
        ),
    ],
)
def test_what_language_does_not_connect_stays_out(
    lang: str, text: str, trigger: str, parties: tuple[str, str], said: ToldVoice
) -> None:
    outcome = told_of(text, lang, trigger, parties, said)
    assert said.quote not in [one.text for found in outcome.claims for one in found.attribution]
    assert codes(outcome) == ["voice_apart"] or outcome.claims


def test_a_statement_is_all_its_makers_who_is_named_in_the_headline() -> None:
    text = (
        "Statement by the Harbour Union\n\nTrade has grown for years.\n\nShips come and go.\n\n"
        "Iran delivered missiles to Russia in May."
    )
    said = voice(1, "the Harbour Union", None)
    outcome = told_of(text, "en", "delivered", ("Iran", "Russia"), said)
    assert codes(outcome) == []
    plain = told_of(text.replace("Statement by", "A feast for"), "en", "delivered", ("Iran", "Russia"), said)
    assert codes(plain) == ["voice_apart"]


def test_the_same_words_make_two_statements_where_days_differ_or_one_denies() -> None:
    source = document("Rebels accuse Norway of a raid on Gao in May, which Oslo denies.")
    told = claim(
        (1, "raid"),
        filler("attacker", 1, "Norway"),
        filler("target", 1, "Gao", "place"),
        type="attack",
        stage="done",
        standing="attributed",
        voices=(voice(1, "Rebels", "accuse", "organisation"),),
    )
    denied = structs.replace(told, polarity="negated", voices=(voice(1, "Oslo", "denies", "state"),))
    assert [one.polarity for one in proven(source, told, denied).claims] == ["affirmed", "negated"]
    assert codes(proven(source, told, told)) == ["double"]
