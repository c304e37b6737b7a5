"""What is known of an entity, and what a name means."""

from datetime import date

from foedus.gazetteer.entities import Entities

_ENTITIES = Entities.load()


def test_a_variant_names_its_family_and_a_family_itself() -> None:
    assert _ENTITIES.family("iskander-m") == "iskander"
    assert _ENTITIES.family("iskander") == "iskander"
    assert _ENTITIES.family("no-such-key") == "no-such-key"


def test_everything_belongs_to_its_state() -> None:
    assert _ENTITIES.state("lockheed-martin") == "USA"
    assert _ENTITIES.state("minsk") == "BLR"
    assert _ENTITIES.state("bundeswehr") == "DEU"
    assert _ENTITIES.makers("s-400") == ("RUS",)


def test_weapons_and_classes_of_weapons_are_arms() -> None:
    assert _ENTITIES.is_arms("rafale")
    assert _ENTITIES.is_arms("tank")
    assert "arms" in _ENTITIES.broader("tank")
    assert not _ENTITIES.is_arms("FRA")


def test_organisations_have_members_and_treaties_parties() -> None:
    assert "BLR" in _ENTITIES.members("CSTO")
    assert "RUS" in _ENTITIES.members("collective-security-treaty")


def test_names_are_given_in_the_language_asked_for() -> None:
    assert _ENTITIES.english_name("BLR") == "Belarus"
    assert _ENTITIES.name("BLR", "fr") in ("Biélorussie", "Bélarus")
    assert _ENTITIES.english_name("unknown-key") == "unknown-key"


def test_a_person_acts_for_whom_the_office_of_the_day_says() -> None:
    assert _ENTITIES.acts_for("donald-tusk", date(2017, 1, 1)) == ("EU",)
    assert _ENTITIES.acts_for("donald-tusk", date(2024, 6, 1)) == ("POL",)
    assert _ENTITIES.acts_for("minsk") == ()


def test_a_name_in_any_language_or_its_beginning_finds_the_entity() -> None:
    for name in ("Poutine", "PUTIN", "Путиным", "vladimir-putin"):
        assert _ENTITIES.find(name)[0].key == "vladimir-putin"
    assert _ENTITIES.find("Кремль")[0].key == "RUS"
    assert "bayraktar-tb2" in {entity.key for entity in _ENTITIES.find("Bayraktar TB")}
    assert _ENTITIES.find("…") == []
    assert _ENTITIES.find("\ufdd0 ") == []
    assert _ENTITIES.find("qqqzzz") == []
