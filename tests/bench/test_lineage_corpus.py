"""Files of lineage: what they may say, what is refused and how."""

from pathlib import Path

import pytest
from bench.lineage.corpus import PARTS, load, sha256

from foedus.model.errors import DataError
from tests.bench.lineage_matters import GUNS, SHIPS, written


def test_pages_are_documents_with_what_is_true_of_them(tmp_path: Path) -> None:
    corpus = load("dev", written(tmp_path, guns=GUNS, ships=SHIPS))
    first, second, third, ship = corpus.members
    assert [one.name for one in corpus.members] == ["guns/a", "guns/b", "guns/n", "ships/a"]
    assert first.document.text.startswith("Sale of 12 howitzers near, Norland may sell\n\nNorland may")
    assert (first.document.published, third.document.published) == ("2024-06-13T06:00", None)
    assert second.document.published == "2024-06-14"
    assert [(one.kind, one.document, one.cites) for one in second.parents] == [
        ("translation", first.document.id, None),
        ("citation", None, "Radio  zed"),
    ]
    assert first.story == second.story != third.story
    assert first.event == third.event != ship.event, "e1 of one matter is not e1 of another"


def test_a_change_stands_wherever_its_words_do(tmp_path: Path) -> None:
    corpus = load("dev", written(tmp_path, guns=GUNS))
    number, hardened, lost = corpus.changes
    text = corpus.members[0].document.text
    assert [text[slice(*span)] for span in number.was] == ["12 howitzers"] * 2
    assert len(hardened.was) == 2
    assert lost.now == ()


def test_only_some_matters(tmp_path: Path) -> None:
    folder = written(tmp_path, guns=GUNS, ships=SHIPS)
    assert [one.matter for one in load("dev", folder, ["ship"]).members] == ["ships"]
    with pytest.raises(DataError, match="no documents"):
        load("dev", folder, ["x"])


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("    made: original\n", "", r"dev/guns\.yaml: .*made"),
        ("lang: fr", "lang: de", r"dev/guns\.yaml: Invalid enum value 'de'"),
        ("key: b", "key: a", "document a: its key is that of two"),
        ("{doc: a, kind: translation}", "{doc: x, kind: translation}", "document b: field from: no document x"),
        ("{doc: a, kind: translation}", "{doc: b, kind: translation}", "document b: field from: it comes from itself"),
        ("{doc: a, kind: translation}", "{kind: translation}", "document b: field from: give either doc or cites"),
        ("from: []", "from: [{doc: b, kind: copy}]", "document a: field from: it comes from itself"),
        ("zed, kind: citation", "zed, kind: copy", "document b: field from: whoever is not here can only be cited"),
        ("    story: A\n    from: [{doc", "    story: C\n    from: [{doc", "document b: .* of the same story"),
        ("      Министр подтвердил поставку гаубиц.", "      ", "document n: it has no text"),
        ('was: "may sell"', 'was: "might sell"', r"change 2 \(a to b, hardened\): field was: its words"),
        ('now: "21 obusiers"', 'now: "22 obusiers"', r"change 1 \(a to b, number\): field now: its words"),
        ("{from: a, to: b, kind: number", "{from: b, to: a, kind: number", r"change 1 .*: b is no direct parent of a"),
        ("kind: number", "kind: amount", r"dev/guns\.yaml: Invalid enum value 'amount'"),
        ("matter: how", "\tmatter: how", r"dev/guns\.yaml: line 1: not YAML"),
    ],
)
def test_a_wrong_file_is_one_line_naming_file_and_what(tmp_path: Path, before: str, after: str, told: str) -> None:
    assert before in GUNS
    with pytest.raises(DataError, match=told) as caught:
        load("dev", written(tmp_path, guns=GUNS.replace(before, after, 1)))
    assert "\n" not in str(caught.value)


def test_one_text_twice_is_one_document(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"ships2/a: the same text, letter for letter, as ships/a"):
        load("dev", written(tmp_path, ships=SHIPS, ships2=SHIPS))


def test_words_of_a_text_are_not_repeated_in_messages(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        load("test", written(tmp_path, "test", guns=GUNS.replace('now: "21 obusiers"', 'now: "trente"')))
    assert "trente" not in str(caught.value)


def test_any_change_of_a_file_changes_the_hash(tmp_path: Path) -> None:
    before = sha256("dev", written(tmp_path, guns=GUNS, ships=SHIPS))
    assert sha256("dev", written(tmp_path, guns=GUNS.replace("Two", "2").replace("12", "11"))) != before
    assert sha256("dev", written(tmp_path, guns=GUNS)) == before


@pytest.mark.parametrize("part", PARTS)
def test_shipped_files_load(part: str) -> None:
    corpus = load(part)
    assert {one.document.lang for one in corpus.members} == {"en", "fr", "ru"}
    assert corpus.changes
