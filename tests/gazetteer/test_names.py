"""Names beyond the gazetteer: what is found, with which span, kind and reason, and what only looks like a name."""

import pytest

from foedus.gazetteer.names.acronyms import definitions
from foedus.gazetteer.names.name import RANKS, Name
from foedus.gazetteer.names.names import names
from foedus.gazetteer.names.words import Words
from foedus.gazetteer.scanner import Scanner
from foedus.model.errors import DataError

_SCANNER = Scanner.load()


def found(text: str, lang: str) -> list[Name]:
    return names(text, lang, _SCANNER.scan(text, lang))


@pytest.mark.parametrize(
    ("lang", "text", "words", "kind", "rule"),
    [
        ("fr", "Le système S-790 « Vostrum » est arrivé.", "S-790 « Vostrum »", "system", "designation"),
        ("ru", "Комплекс 9К997 «Зарянка-М» прибыл.", "9К997 «Зарянка-М»", "system", "designation"),
        ("en", "It bought F-16C/D Block 70 jets.", "F-16C/D Block 70", "system", "designation"),
        ("en", "The QX-14B Osprey drone flew.", "QX-14B Osprey", "system", "designation"),
        ("fr", "La frégate Sirocco a appareillé.", "Sirocco", "system", "system-word"),
        ("fr", "Le général Yaya Dembo a parlé.", "Yaya Dembo", "person", "title"),
        ("en", "The envoy met Brigadier General Odo Hask.", "Odo Hask", "person", "title"),
        ("ru", "Об этом сказал полковник Рустам Ахеев.", "Рустам Ахеев", "person", "title"),
        ("fr", "La ministre des Armées, Lina Corvat, part.", "Lina Corvat", "person", "title"),
        ("fr", "L'exercice « Granit bleu 26 » commence.", "Granit bleu 26", "exercise", "exercise-word"),
        ("en", "The Amber Dagger exercise starts.", "Amber Dagger", "exercise", "exercise-word"),
        ("ru", "Прошли учения «Каменный щит-2031».", "Каменный щит-2031", "exercise", "exercise-year"),
        ("fr", "La 8e brigade d'infanterie avance.", "8e brigade d'infanterie", "force", "numbered-unit"),
        ("en", "The 91st Guards Rifle Division left.", "91st Guards Rifle Division", "force", "numbered-unit"),
        ("ru", "Туда ушла 19-я мотострелковая бригада.", "19-я мотострелковая бригада", "force", "numbered-unit"),
        ("en", "The Onyx Brigade left.", "Onyx Brigade", "force", "named-unit"),
        ("fr", "Le Fonds régional de sécurité paie.", "Fonds régional de sécurité", "organisation", "body"),
        ("en", "The Council for River Trade met.", "Council for River Trade", "organisation", "body"),
        ("ru", "Деньги дал Фонд речной торговли.", "Фонд речной торговли", "organisation", "body"),
        ("ru", "Компания «Сталекс» молчит.", "Сталекс", "organisation", "class-word"),
        ("fr", "Le convoi est arrivé à Zarnivel.", "Zarnivel", "place", "place-word"),
        ("en", "The convoy halted near Zarnivel.", "Zarnivel", "place", "place-word"),
    ],
)
def test_a_name_with_its_kind_and_reason(lang: str, text: str, words: str, kind: str, rule: str) -> None:
    (name,) = [one for one in found(text, lang) if one.kind == kind]
    assert (name.text, name.rule) == (words, rule)
    assert text[name.start : name.end] == words
    assert name.start <= name.head < name.end
    assert name.cue
    assert name.rule in RANKS


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "L'autoroute A7 et la nationale N20 sont fermées."),
        ("fr", "Le vol AF 1148 a été retardé par le covid-19 et 155 mm de pluie."),
        ("en", "The M4 motorway and Form DSP-83 were closed; call 555-0143."),
        ("en", "It ended 2-1 in 1998, under Resolution 1267."),
        ("ru", "Трасса М-4 и форма ДСП-5, счёт 2:1, резолюция 1929."),
    ],
)
def test_what_only_looks_like_a_name(lang: str, text: str) -> None:
    assert not found(text, lang)


def test_an_acronym_carries_its_long_form_from_then_on() -> None:
    text = "Le Mouvement pour la paix du fleuve (MPF) a signé. Plus tard, le MPF a nié."
    long, short, later = found(text, "fr")
    assert long.text == "Mouvement pour la paix du fleuve"
    assert (short.text, short.stands_for, short.rule) == ("MPF", long.text, "definition")
    assert (later.text, later.stands_for, later.rule) == ("MPF", long.text, "defined-before")


def test_the_long_form_may_stand_in_the_brackets() -> None:
    (one,) = definitions("L'OTSC (Organisation du traité de sécurité collective) se réunit.")
    assert (one.short, one.long) == ("OTSC", "Organisation du traité de sécurité collective")
    assert not list(definitions("Le chef (PDG) est là."))


def test_a_surname_is_known_after_the_full_name() -> None:
    first, later = found("General Odo Hask resigned. Then Hask left.", "en")
    assert (first.text, later.text, later.rule) == ("Odo Hask", "Hask", "named-before")
    assert first.text[first.head - first.start :] == "Hask"


def test_a_sure_mention_is_not_guessed_over_unless_the_name_is_longer() -> None:
    text = "Le S-400 de Moscou et le F-16C Block 70."
    mentions = _SCANNER.scan(text, "fr")
    for name in names(text, "fr", mentions):
        for mention in mentions:
            if mention.senses[0].certain and mention.start < name.end and name.start < mention.end:
                assert name.start <= mention.start
                assert mention.end <= name.end
                assert len(mention.text) < len(name.text)


@pytest.mark.parametrize("text", ["", "A. " * 5000, "Aa " * 5000, "«" * 5000, "S-4" * 3000, "« A » " * 3000])
@pytest.mark.parametrize("lang", ["fr", "en", "ru"])
def test_any_text_gives_names_in_order_without_overlap(text: str, lang: str) -> None:
    reached = 0
    for name in names(text, lang, []):
        assert reached <= name.start < name.end
        assert name.text == text[name.start : name.end]
        reached = name.end


def test_a_class_that_no_rule_asks_for_is_named() -> None:
    with pytest.raises(DataError, match="class `titel` is unknown"):
        Words({"ordinal": "x", "titel": ["general"]}, frozenset())
    with pytest.raises(DataError, match="put it in quotes"):
        Words({"ordinal": "x", "title": [False]}, frozenset())


def test_an_acronym_of_a_class_of_arms_is_a_system() -> None:
    defined = {name.text: name for name in found("Le Système d'artillerie à courte portée (SACP) tire.", "fr")}
    assert defined["SACP"].kind == "system"
    *_, later = found("Le Système d'artillerie à courte portée (SACP) tire. On a vu le SACP hier.", "fr")
    assert (later.kind, later.rule) == ("system", "defined-before")
    assert defined["SACP"].stands_for == "Système d'artillerie à courte portée"
