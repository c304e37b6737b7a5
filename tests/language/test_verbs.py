"""Verb phrases of parsed sentences: tense, mood, aspect, voice, modality; parses are written out."""

import pytest
from bench.language.morphology import FIELDS, tags

from foedus.language.parse import Sentence, Token
from foedus.language.verbs import VerbPhrase, verb_phrase


def sentence(text: str) -> Sentence:
    """Words apart by " | ", each as form, lemma, part of speech, features, head (1 for the first word), label."""
    tokens, start = [], 0
    for i, word in enumerate(text.strip().split(" | ")):
        form, lemma, upos, feats, head, dep = word.split()
        told = dict(pair.split("=") for pair in feats.split(",")) if feats != "_" else {}
        above = int(head) - 1 if head != "0" else i
        tokens.append(Token(i, start, start + len(form), form, lemma, upos, told, above, dep))
        start += len(form) + 1
    return Sentence(0, start - 1, tuple(tokens))


def phrase(lang: str, verb: str, text: str) -> VerbPhrase:
    parsed = sentence(text)
    found = verb_phrase(parsed, next(token.i for token in parsed.tokens if token.text == verb), lang)
    assert found is not None
    return found


FRENCH = [
    (
        "livré",
        "Il il PRON _ 4 nsubj:pass | aurait avoir AUX Mood=Cnd,Tense=Pres,VerbForm=Fin 4 aux |"
        " été être AUX Tense=Past,VerbForm=Part 4 aux:pass | livré livrer VERB Tense=Past,VerbForm=Part 0 root",
        "past conditional perfect passive - -",
        "conditionnel passé",
    ),
    (
        "arrivées",
        "Elles elle PRON _ 3 nsubj | sont être AUX Mood=Ind,Tense=Pres,VerbForm=Fin 3 aux:pass |"
        " arrivées arriver VERB Tense=Past,VerbForm=Part,Voice=Pass 0 root",
        "past indicative perfect active - -",
        "passé composé",
    ),
    (
        "livrerait",
        "Paris Paris PROPN _ 3 nsubj | a avoir AUX Mood=Ind,Tense=Pres,VerbForm=Fin 3 aux |"
        " dit dire VERB Tense=Past,VerbForm=Part 0 root | qu' que SCONJ _ 6 mark | il il PRON _ 6 nsubj |"
        " livrerait livrer VERB Mood=Cnd,Tense=Pres,VerbForm=Fin 3 ccomp",
        "future in the past indicative simple active - -",
        "conditionnel présent",
    ),
    (
        "livrerait",
        "Paris Paris PROPN _ 2 nsubj | livrerait livrer VERB Mood=Cnd,Tense=Pres,VerbForm=Fin 0 root",
        "present conditional simple active - -",
        "conditionnel présent",
    ),
    (
        "livrer",
        "Paris Paris PROPN _ 2 nsubj | allait aller VERB Mood=Ind,Tense=Imp,VerbForm=Fin 0 root |"
        " livrer livrer VERB VerbForm=Inf 2 xcomp",
        "future in the past indicative simple active - -",
        "futur proche",
    ),
    (
        "céder",
        "Il il PRON _ 3 nsubj | a avoir AUX Mood=Ind,Tense=Pres,VerbForm=Fin 3 aux |"
        " dû devoir VERB Tense=Past,VerbForm=Part 0 root | vendre vendre VERB VerbForm=Inf 3 xcomp |"
        " et et CCONJ _ 6 cc | céder céder VERB VerbForm=Inf 4 conj",
        "past indicative simple active - necessity",
        "passé composé + infinitif",
    ),
    (
        "vendent",
        "armes arme NOUN _ 3 nsubj | se soi PRON _ 3 expl |"
        " vendent vendre VERB Mood=Ind,Tense=Pres,VerbForm=Fin 0 root",
        "present indicative simple passive reflexive -",
        "présent",
    ),
    (
        "livre",
        "faut falloir VERB Mood=Ind,Tense=Pres,VerbForm=Fin 0 root | que que SCONJ _ 4 mark |"
        " Paris Paris PROPN _ 4 nsubj |"
        " livre livrer VERB Mood=Ind,Tense=Pres,VerbForm=Fin 1 ccomp",
        "present subjunctive simple active - -",
        "subjonctif présent",
    ),
    (
        "renvoyés",
        "Ils il PRON _ 4 nsubj:pass | ont avoir AUX Mood=Ind,Tense=Pres,VerbForm=Fin 4 aux |"
        " été être AUX Tense=Past,VerbForm=Part 4 aux:pass | réparés réparer VERB Tense=Past,VerbForm=Part 0 root |"
        " et et CCONJ _ 6 cc | renvoyés renvoyer VERB Tense=Past,VerbForm=Part 4 conj",
        "past indicative perfect passive - -",
        "passé composé",
    ),
]
ENGLISH = [
    (
        "hit",
        "It it PRON _ 3 nsubj | got get AUX Tense=Past,VerbForm=Fin 3 aux:pass |"
        " hit hit VERB Tense=Past,VerbForm=Part 0 root",
        "past indicative simple passive - -",
        "past",
    ),
    (
        "buy",
        "Peru Peru PROPN _ 4 nsubj | was be AUX Tense=Past,VerbForm=Fin 4 cop | to to PART _ 4 mark |"
        " buy buy VERB VerbForm=Inf 0 root",
        "future in the past indicative simple active - schedule",
        "was",
    ),
    (
        "delivered",
        "Jets jet NOUN _ 5 nsubj:pass | are be AUX Tense=Pres,VerbForm=Fin 5 aux | to to PART _ 5 mark |"
        " be be AUX VerbForm=Inf 5 aux:pass | delivered deliver VERB Tense=Past,VerbForm=Part 0 root",
        "future indicative simple passive - schedule",
        "are",
    ),
    (
        "buy",
        "He he PRON _ 2 nsubj | said say VERB Tense=Past,VerbForm=Fin 0 root | they they PRON _ 5 nsubj |"
        " would would AUX VerbForm=Fin 5 aux | buy buy VERB VerbForm=Inf 2 ccomp",
        "future in the past indicative simple active - -",
        "would",
    ),
    (
        "bought",
        "Peru Peru PROPN _ 4 nsubj | may may AUX VerbForm=Fin 4 aux | have have AUX VerbForm=Inf 4 aux |"
        " bought buy VERB Tense=Past,VerbForm=Part 0 root",
        "past indicative perfect active - possibility",
        "may perfect",
    ),
    (
        "supplied",
        "Peru Peru PROPN _ 4 nsubj:pass | is be AUX Tense=Pres,VerbForm=Fin 4 aux |"
        " being be AUX VerbForm=Ger 4 aux:pass |"
        " supplied supply VERB Tense=Past,VerbForm=Part 0 root",
        "present indicative progressive passive - -",
        "present progressive",
    ),
    (
        "sell",
        "It it PRON _ 2 nsubj | used use VERB Tense=Past,VerbForm=Fin 0 root | to to PART _ 4 mark |"
        " sell sell VERB VerbForm=Inf 2 xcomp",
        "past indicative habitual active - -",
        "used to",
    ),
    (
        "left",
        "They they PRON _ 3 nsubj | 'd would AUX _ 3 aux | left leave VERB Tense=Past,VerbForm=Part 0 root",
        "past indicative perfect active - -",
        "past perfect",
    ),
]
RUSSIAN = [
    (
        "поставлять",
        "Турция Турция PROPN _ 3 nsubj | будет быть AUX Mood=Ind,Tense=Fut,VerbForm=Fin 3 aux |"
        " поставлять поставлять VERB Aspect=Imp,VerbForm=Inf,Voice=Act 0 root",
        "future indicative imperfective active - -",
        "analytic future",
    ),
    (
        "купит",
        "Чили Чили PROPN _ 2 nsubj | купит купить VERB Mood=Ind,Tense=Fut,VerbForm=Fin 0 root",
        "future indicative perfective active - -",
        "future",
    ),
    (
        "закрыта",
        "База база NOUN _ 3 nsubj:pass | будет быть AUX Tense=Fut,VerbForm=Fin 3 aux:pass |"
        " закрыта закрыть VERB Tense=Past,Variant=Short,VerbForm=Part,Voice=Pass 0 root",
        "future indicative perfective passive - -",
        "short passive participle + быть",
    ),
    (
        "подписан",
        "Договор договор NOUN _ 2 nsubj:pass | подписан подписать VERB VerbForm=Part,Voice=Pass 0 root",
        "past indicative perfective passive - -",
        "short passive participle",
    ),
    (
        "выпускаются",
        "Снаряды снаряд NOUN _ 2 nsubj:pass | выпускаются выпускаться VERB Mood=Ind,Tense=Pres,VerbForm=Fin 0 root",
        "present indicative imperfective passive reflexive -",
        "passive present",
    ),
    (
        "возвращаются",
        "Войска войско NOUN _ 2 nsubj | возвращаются возвращаться VERB Mood=Ind,Tense=Pres,VerbForm=Fin 0 root",
        "present indicative imperfective active reflexive -",
        "present",
    ),
    (
        "заблокировать",
        "Он он PRON _ 2 nsubj | мог мочь VERB Mood=Ind,Tense=Past,VerbForm=Fin 0 root | бы бы AUX _ 2 aux |"
        " заблокировать заблокировать VERB VerbForm=Inf 2 xcomp",
        "present conditional perfective active - possibility",
        "мочь + infinitive",
    ),
    (
        "купить",
        "Афины Афины PROPN _ 2 nsubj | должны должен ADJ Variant=Short 0 root |"
        " были быть AUX Tense=Past,VerbForm=Fin 2 cop |"
        " купить купить VERB VerbForm=Inf 2 xcomp",
        "past indicative perfective active - necessity",
        "должен + infinitive",
    ),
    (
        "прекратилась",
        "требует требовать VERB Tense=Pres,VerbForm=Fin 0 root | чтобы чтобы SCONJ _ 4 mark |"
        " помощь помощь NOUN _ 4 nsubj |"
        " прекратилась прекратиться VERB Mood=Ind,Tense=Past,VerbForm=Fin,Voice=Mid 1 ccomp",
        "- subjunctive perfective active reflexive -",
        "subjunctive",
    ),
    (
        "Обучив",
        "Обучив обучить VERB VerbForm=Conv 2 advcl | уехали уехать VERB Tense=Past,VerbForm=Fin 0 root",
        "past gerund perfective active - -",
        "gerund",
    ),
    (
        "везущая",
        "Колонна колонна NOUN _ 0 root | везущая везти VERB Case=Nom,Tense=Pres,VerbForm=Part,Voice=Act 1 acl",
        "present participle imperfective active - -",
        "participle",
    ),
]
CASES = [(lang, *row) for lang, rows in (("fr", FRENCH), ("en", ENGLISH), ("ru", RUSSIAN)) for row in rows]


def spelt(found: VerbPhrase) -> str:
    return " ".join(tags(found))


@pytest.mark.parametrize(("lang", "verb", "text", "wanted", "form"), CASES)
def test_a_verb_is_read_with_its_auxiliaries(lang: str, verb: str, text: str, wanted: str, form: str) -> None:
    found = phrase(lang, verb, text)
    assert spelt(found) == wanted
    assert found.form == form
    assert len(tags(found)) == len(FIELDS)


def test_the_reason_names_the_words_and_the_auxiliaries_stand_in_text_order() -> None:
    found = phrase("fr", *FRENCH[0][:2])
    assert found.auxiliaries == (1, 2)
    assert found.reason == "« aurait » + « été » + « livré »: conditionnel passé, passive"


def test_a_quoted_conditional_is_no_future_in_the_past() -> None:
    text = (
        "« « PUNCT _ 2 punct | livrerions livrer VERB Mood=Cnd,Tense=Pres,VerbForm=Fin 5 ccomp | » » PUNCT _ 2 punct |"
        " a avoir AUX Mood=Ind,Tense=Pres,VerbForm=Fin 5 aux | dit dire VERB Tense=Past,VerbForm=Part 0 root"
    )
    assert phrase("fr", "livrerions", text).mood == "conditional"


def test_no_verb_has_no_phrase_and_no_language_no_rules() -> None:
    parsed = sentence("chars char NOUN _ 0 root")
    assert verb_phrase(parsed, 0, "fr") is None
    assert verb_phrase(parsed, 0, "de") is None
