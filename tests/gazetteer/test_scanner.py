"""Names, adjectives, capitals and weapons are found with the senses that a reader expects, and nothing else is."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from foedus.gazetteer.entities import Entities
from foedus.gazetteer.mention import Mention
from foedus.gazetteer.scanner import Scanner

_SCANNER = Scanner.load()


def found(text: str, lang: str) -> dict[str, Mention]:
    return {mention.text: mention for mention in _SCANNER.scan(text, lang)}


def first(text: str, lang: str, words: str) -> tuple[str, str | None, str, bool]:
    sense = found(text, lang)[words].senses[0]
    return sense.entity, sense.via, sense.form, sense.certain


_WORDS = "l’Arménie S-400 russes OTAN œuvre é e\u0301 \u00ad 😀 \ud800 - ’ . İ Iran russo- Paris-"
_PHRASES = ["forces russes", "ministère russe de la Défense", "U.S. Army", "Минобороны РФ", "«", "»", " ", "\n"]
_PIECES = st.sampled_from([*_WORDS.split(" "), *_PHRASES])
_TEXTS = st.one_of(st.text(st.characters(codec=None), max_size=120), st.lists(_PIECES, max_size=20).map("".join))


@settings(deadline=None, max_examples=300)
@given(_TEXTS, st.sampled_from(["fr", "en", "ru", "de"]))
@example("e\u0301tat-major russe\u0301", "fr")
@example("U.S.. U.S", "en")
def test_offsets_reproduce_the_text_and_mentions_never_overlap(text: str, lang: str) -> None:
    reached = 0
    for mention in _SCANNER.scan(text, lang):
        assert mention.start >= reached
        assert mention.end > mention.start
        assert text[mention.start : mention.end] == mention.text
        assert mention.senses
        reached = mention.end


def test_an_article_with_an_apostrophe_does_not_hide_a_name() -> None:
    assert first("selon l'Ukraine", "fr", "Ukraine")[0] == "UKR"
    assert first("le refus d’Israël", "fr", "Israël")[0] == "ISR"


def test_names_are_whole_words() -> None:
    assert "Iran" not in found("the Iranian port", "en")
    assert "S-400" not in found("le modèle S-400M du système", "fr")
    assert found("Беларусьфильм снял кино", "ru") == {}


def test_adjectives_of_every_gender_and_number_stand_for_their_state() -> None:
    for word in ("russe", "russes"):
        assert first(f"un char {word}", "fr", word)[:2] == ("RUS", "demonym")
    assert first("deux frégates grecques", "fr", "grecques")[0] == "GRC"
    assert first("армянскими учениями", "ru", "армянскими")[:2] == ("ARM", "demonym")


def test_compounds_of_two_nations_give_both_and_half_a_compound_gives_none() -> None:
    assert [m.senses[0].entity for m in _SCANNER.scan("l'accord russo-biélorusse", "fr")] == ["RUS", "BLR"]
    assert found("une équipe sino-quelque chose", "fr") == {}


def test_a_capital_is_its_state_and_a_place() -> None:
    senses = found("Minsk a refusé", "fr")["Minsk"].senses
    assert [(s.entity, s.via, s.form) for s in senses] == [("BLR", "metonym", "capital"), ("minsk", None, "name")]


def test_every_capital_is_its_state_first_and_a_place_besides() -> None:
    frames = {"fr": "Selon les sources, {} a demandé.", "en": "They met in {} today.", "ru": "Сообщает {} сегодня."}
    entities = Entities.load()
    capitals = [one for one in entities if one.kind == "place" and one.sub == "capital"]
    missing = []
    for capital in capitals:
        for lang, frame in frames.items():
            for name in capital.names.get(lang, ())[:1]:
                mention = found(frame.format(name), lang).get(name)
                ways = [(sense.kind, sense.via) for sense in mention.senses] if mention else []
                if not ways or ways[0][0] != "state" or not {("state", "metonym"), ("place", None)} <= set(ways):
                    missing.append((name, lang, ways))
    assert len(capitals) >= 190
    assert missing == []


def test_armies_and_ministries_are_composed_of_any_head_and_any_nation() -> None:
    for text, words, state in (
        ("les forces azerbaïdjanaises avancent", "forces azerbaïdjanaises", "AZE"),
        ("l'armée de l'air indienne", "armée de l'air indienne", "IND"),
        ("les forces armées de Biélorussie", "forces armées de Biélorussie", "BLR"),
    ):
        assert first(text, "fr", words)[:3] == (state, "metonym", "force")
    assert first("le ministère russe de la Défense", "fr", "ministère russe de la Défense")[:3] == (
        "RUS",
        "metonym",
        "government",
    )
    assert first("Turkey's navy sailed", "en", "Turkey's navy")[:3] == ("TUR", "metonym", "force")
    assert first("the Ukrainian Defence Ministry said", "en", "Ukrainian Defence Ministry")[2] == "government"
    assert first("заявили в Минобороны Армении", "ru", "Минобороны Армении")[:3] == ("ARM", "metonym", "government")
    assert first("российскими войсками", "ru", "российскими войсками")[:3] == ("RUS", "metonym", "force")


def test_a_hyphen_keeps_an_adjective_from_owning_the_next_word() -> None:
    assert "Russian-backed forces" not in found("the Russian-backed forces withdrew", "en")
    assert first("the Russian-backed forces withdrew", "en", "Russian")[:2] == ("RUS", "demonym")


def test_a_named_unit_is_itself_before_it_is_its_state() -> None:
    senses = found("the Black Sea Fleet left port", "en")["Black Sea Fleet"].senses
    assert [s.entity for s in senses] == ["black-sea-fleet", "RUS"]


def test_acronyms_need_their_capitals() -> None:
    assert found("they told us about eu and who", "en") == {}
    assert first("the US and the EU agreed", "en", "US")[0] == "USA"
    assert first("pour l’Otan et l'OTSC", "fr", "Otan")[0] == "NATO"


def test_an_acronym_among_shouted_words_is_unsure() -> None:
    assert first("PLEASE TELL US NOW", "en", "US")[3] is False


def test_everyday_words_do_not_name_states_or_weapons() -> None:
    assert found("Défense de fumer. La pace est rapide, elle prend garde.", "fr") == {}
    assert found("The government of the town; they polish china and let salt sort itself.", "en") == {}
    assert "armé" not in found("un homme armé", "fr")


def test_items_are_found_in_the_plural() -> None:
    text = "des systèmes de défense aérienne et des chars"
    assert [m.senses[0].entity for m in _SCANNER.scan(text, "fr")] == ["air-defence-system", "tank"]
    assert first("two multiple rocket launchers", "en", "multiple rocket launchers")[0] == "mrl"
    assert first("зенитными ракетными комплексами", "ru", "зенитными ракетными комплексами")[0] == "sam-system"


def test_weapons_are_found_in_any_spelling_and_plural() -> None:
    for words in ("S-400", "S 400", "S‑400", "S400"):
        assert first(f"des {words} russes", "fr", words)[0] == "s-400"
    assert first("twelve F-16s", "en", "F-16s")[0] == "f-16"
    assert first("двух С-400", "ru", "С-400")[0] == "s-400"


def test_a_distance_is_no_aircraft() -> None:
    assert found("à 10 km, puis à 50 km", "fr") == {}


def test_latin_names_are_found_in_russian_texts() -> None:
    assert first("Польша купила HIMARS", "ru", "HIMARS")[0] == "himars"


def test_names_inside_other_names_are_left() -> None:
    assert found("Marie-France lit Paris-Match", "fr") == {}
    assert first("les manifestants anti-Iran", "fr", "Iran")[0] == "IRN"


def test_the_last_point_of_an_abbreviation_belongs_to_it() -> None:
    assert "U.S." in found("by the U.S. on Monday", "en")


def test_russian_names_are_found_in_every_case() -> None:
    for words in ("Россия", "России", "Россию", "Россией"):
        assert first(f"для {words} важно", "ru", words)[0] == "RUS"
    assert first("встретился с Сергеем Лавровым", "ru", "Сергеем Лавровым")[0] == "sergei-lavrov"


def test_heads_without_an_owner_are_told_apart() -> None:
    scan = _SCANNER.read("L'armée avance; le gouvernement russe nie.", "fr")
    assert [(text, forms) for _, _, text, forms in scan.bare_heads()] == [("armée", ("force",))]


@pytest.mark.parametrize("lang", ["fr", "en", "ru"])
def test_an_empty_text_has_no_mentions(lang: str) -> None:
    assert _SCANNER.scan("", lang) == []
    assert _SCANNER.count("", lang) == 0


def test_a_class_word_before_a_member_does_not_make_it_the_family() -> None:
    assert first("dix-huit chars Leopard 2 neufs", "fr", "chars Leopard 2")[0] == "leopard-2"
    assert first("dix-huit chars Leopard neufs", "fr", "chars Leopard")[0] == "leopard"
    assert first("поставка танков Леопард 2А7 начата", "ru", "танков Леопард 2А7")[0] == "leopard-2a7"
