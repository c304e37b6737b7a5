"""The shipped table is whole and conservative; a user's own lies over it; what is wrong is told with file and line."""

from collections import Counter
from pathlib import Path

import pytest

from foedus.gazetteer.entities import Entities
from foedus.lineage.grading.outlet import VOICES_OF_POWER, Outlet
from foedus.lineage.grading.outlets import Outlets, Row, load_outlets
from foedus.lineage.grading.rules import load_rules
from foedus.model.errors import DataError

ENTITIES = Entities.load()
RULES = load_rules()
SHIPPED = load_outlets(RULES, None, lambda key: ENTITIES.get(key) is not None)

_GOOD = "{id: gazette, name: The Gazette, kind: newspaper, control: private, reliability: B, note: checked}"


def table(folder: Path, *rows: str, head: str = "") -> Outlets:
    """The shipped table under a user's rows."""
    (folder / "mine.yaml").write_text(f"{head}outlets:\n" + "".join(f"- {row}\n" for row in rows), encoding="utf-8")
    return load_outlets(RULES, folder, lambda key: ENTITIES.get(key) is not None)


def only(found: Row | None) -> Outlet:
    assert found
    return found.outlet


def test_the_shipped_table_is_large_and_its_letters_are_conservative() -> None:
    letters = Counter(row.outlet.reliability for row in SHIPPED)
    assert len(SHIPPED) >= 150
    assert letters["A"] <= 3
    assert all(row.outlet.note and row.outlet.domains for row in SHIPPED)
    assert {row.outlet.kind for row in SHIPPED} >= {"agency", "newspaper", "official", "state_media", "think_tank"}


def test_what_a_government_controls_is_d_or_e_where_that_government_is_a_party() -> None:
    for row in SHIPPED:
        outlet = row.outlet
        if outlet.control in VOICES_OF_POWER and outlet.kind != "official":
            own = [one.letter for one in outlet.interest if outlet.seat in one.about]
            assert max([outlet.reliability, *own]) in "DE", f"{row.outlet.id}: {own}"


def test_an_interest_never_makes_an_outlet_better() -> None:
    for row in SHIPPED:
        assert all(one.letter >= row.outlet.reliability for one in row.outlet.interest), row.outlet.id


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("AFP", "afp"),
        ("l’Agence France-Presse", "afp"),
        ("агентство «ТАСС»", "tass"),
        ("The Associated Press", "ap"),
        ("Le Monde avec AFP", "le-monde"),
        ("BBC News | World", "bbc"),
        ("lemonde.fr", "le-monde"),
        ("Le Matin de l’Estuaire", None),
        ("", None),
    ],
)
def test_a_publisher_is_found_by_its_name(name: str, found: str | None) -> None:
    row = SHIPPED.publisher(name, None)
    assert (row.outlet.id if row else None) == found


def test_an_address_says_more_than_a_name() -> None:
    assert only(SHIPPED.publisher("AFP", "https://www.youtube.com/watch?v=1")).id == "youtube"
    assert only(SHIPPED.publisher(None, "https://bmpd.livejournal.com/1.html")).id == "bmpd"
    assert only(SHIPPED.publisher(None, "https://somebody.livejournal.com/1.html")).id == "livejournal"
    assert SHIPPED.publisher(None, "https://notlemonde.fr/1") is None
    assert SHIPPED.publisher(None, "not an address") is None
    assert SHIPPED.publisher(None, "https://[broken/1") is None


def test_all_outlets_that_a_credit_names_are_found_the_longest_name_first() -> None:
    text = "Avec AFP, Reuters et le New York Times; Le Monde diplomatique"
    assert [row.outlet.id for row in SHIPPED.within(text)] == ["afp", "reuters", "nyt", "monde-diplomatique"]


def test_a_row_of_ones_own_adds_replaces_and_drops(tmp_path: Path) -> None:
    own = "{id: afp, name: AFP, kind: agency, control: public, reliability: C, note: judged anew}"
    found = table(tmp_path, _GOOD, own, "{id: regnum, drop: true}")
    assert only(found.named("The Gazette")).reliability == "B"
    assert only(found.named("AFP")).reliability == "C"
    assert (found.named("Regnum"), len(found)) == (None, len(SHIPPED))


def test_a_file_of_ones_own_may_have_defaults(tmp_path: Path) -> None:
    head = "defaults: {kind: blog, control: private, reliability: D, note: a blog}\n"
    assert only(table(tmp_path, "{id: mill, name: The Mill}", head=head).named("mill")).kind == "blog"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("{id: x1, name: X1}", "x1 has no kind: add `kind: …`"),
        (_GOOD.replace("B,", "G,"), "gazette: Invalid enum value 'G' - at `$.reliability`"),
        (_GOOD.replace("note", "nota"), "gazette: Object contains unknown field `nota`"),
        (_GOOD.replace("kind:", "seat: ATLANTIS, kind:"), "gazette names 'ATLANTIS', which is no entity"),
        (_GOOD.replace("The Gazette", "Reuters"), "name 'Reuters' of gazette stands in reuters too (agencies.yaml"),
        (_GOOD.replace("kind:", "domains: [afp.com], kind:"), "domain afp.com of gazette stands in afp too"),
        (_GOOD.replace("kind:", "domains: ['https://a.example/b'], kind:"), "write it like example.org"),
        (_GOOD.replace("kind:", "interest: [{letter: E, why: x, topics: [war]}], kind:"), "topics are arms, force"),
        ("{id: nobody-knows, drop: true}", "there is no row nobody-knows to drop"),
        ("gazette", "no mapping: write"),
    ],
)
def test_a_wrong_row_is_told_in_one_line_with_file_line_and_remedy(row: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(DataError) as error:
        table(tmp_path, "{id: fine, name: Fine, kind: blog, control: private, reliability: D, note: n}", row)
    assert str(error.value).startswith(f"{tmp_path / 'mine.yaml'}, line 3: ")
    assert said in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "text",
    ["outlets: {", "rows: []", "outlets: []\nmore: 1", "[1, 2]", "", "outlets: [\x00]", "outlets: [{id: a, id: b}]"],
)
def test_a_wrong_file_is_told_in_one_line(text: str, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(text)
    with pytest.raises(DataError, match=r"mine\.yaml") as error:
        load_outlets(RULES, tmp_path)
    assert "\n" not in str(error.value)


def test_a_file_in_another_encoding_and_an_empty_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no file"):
        load_outlets(RULES, tmp_path)
    (tmp_path / "mine.yaml").write_bytes("outlets: [é]".encode("latin-1"))
    with pytest.raises(DataError, match="UTF-8"):
        load_outlets(RULES, tmp_path)


def test_rules_of_ones_own_change_only_their_lines(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text("credibility: {alone: 3}\nvoices: {others: {letter: E, why: own}}\n")
    mine = load_rules(tmp_path)
    assert (mine.credibility.alone, mine.credibility.confirmed) == (3, 1)
    assert (mine.voices["others"].letter, mine.voices["own_act"].letter) == ("E", "C")
    assert len(load_outlets(mine, tmp_path)) == len(SHIPPED)


@pytest.mark.parametrize(
    "text",
    [
        "credibility: {alone: 7}",
        "credibility: {lonely: 3}",
        "credibility: {confirmed_from: 1}",
        "voices: 3",
        "topics:",
        "voices: {others: {letter: E, why: no}}",
        "topics: {war: [battle]}",
        "charged: [war]",
        "sides: {attack done: {gains: [winner]}}",
        "sides: {attack won: {gains: [attacker]}}",
        "- 1",
    ],
)
def test_wrong_rules_are_told_in_one_line(text: str, tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text(text)
    with pytest.raises(DataError, match=r"rules\.yaml: ") as error:
        load_rules(tmp_path)
    assert "\n" not in str(error.value)
