"""`foedus stories`, `story` and `changes`: what the ledger holds of who copied whom, as a user sees it."""

import csv
import io
import json
from pathlib import Path

import pytest

from foedus.intake.comparing import Comparing
from foedus.ledger.store import Ledger
from foedus.model.document import Document
from foedus.model.story import story_id
from tests.cli.command import foedus
from tests.factories import claim, document

TEXT = (
    "The ministry of Arland said on Tuesday that it will send 12 howitzers to Borland before the summer. "
    "Two freighters wait in the harbour of Carville, and dockers there have been told to work at night. "
    "A spokesman of the port would not say what the crates hold, but showed reporters a list of tonnage. "
    "Neighbours of the harbour complain of lorries that pass their windows until the early morning."
)
ORIGIN = document(TEXT, published="2024-03-01", outlet="The Harbour Gazette", source="origin.txt")
COPY = document(
    TEXT.replace("12 howitzers", "20 howitzers") + " Our desk.",
    published="2024-03-02",
    outlet="Northern Mirror",
    source="copy.txt",
)
OTHER = document(
    "The library of Denwick opens a reading room for children on Saturday, its director told the council.",
    published="2024-03-05",
    source="other.txt",
)
SENT = claim(ORIGIN, "send", stage="intended", supplier="ARL=Arland", recipient="BOR=Borland", item="howitzers")


def put(folder: Path, *documents: Document, compared: bool = True) -> None:
    with Ledger.open(folder / "foedus.db") as ledger:
        ledger.add([(one, [SENT] if one is ORIGIN else []) for one in documents])
        if compared:
            list(Comparing(ledger, tell=print).all())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With a ledger of one story and a page by itself."""
    put(tmp_path, ORIGIN, COPY, OTHER)
    return tmp_path


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_stories_of_several_pages_are_listed(folder: Path) -> None:
    ran = foedus("stories", "--format", "csv", cwd=folder)
    assert (ran.code, ran.errors) == (0, [])
    [row] = rows(ran.out)
    del row["changed"]
    assert row == {
        "story": story_id(ORIGIN.id),
        "first": "2024-03-01",
        "last": "2024-03-02",
        "pages": "2",
        "origins": "1",
        "languages": "en 2",
    }
    [told] = map(json.loads, foedus("stories", "--format", "jsonl", cwd=folder).out.splitlines())
    assert (told["id"], told["pages"], told["langs"]) == (story_id(ORIGIN.id), 2, {"en": 2})


def test_stories_are_filtered_by_their_claims(folder: Path) -> None:
    assert len(rows(foedus("stories", "--type", "transfer", "--format", "csv", cwd=folder).out)) == 1
    ran = foedus("stories", "--type", "exercise", cwd=folder)
    assert (ran.code, ran.out, ran.errors) == (0, "", ["foedus: no story"])


@pytest.mark.parametrize("name", [story_id(ORIGIN.id)[:10], story_id(COPY.id), COPY.id[:8], SENT.id])
def test_a_story_is_found_by_any_of_its_ids(folder: Path, name: str) -> None:
    ran = foedus("story", name, "--format", "csv", cwd=folder)
    assert ran.code == 0
    first, second = rows(ran.out)
    assert (first["document"], first["kind"], first["depth"]) == (ORIGIN.id, "", "0")
    assert (second["document"], second["origin"], second["kind"], second["depth"]) == (COPY.id, ORIGIN.id, "copy", "1")
    assert "five-word runs" in second["evidence"]


def test_a_family_tree_is_drawn_and_summed_up(folder: Path) -> None:
    ran = foedus("story", ORIGIN.id, cwd=folder)
    head, first, second = ran.out.splitlines()
    assert head.split() == ["page", "published", "lang", "outlet", "how", "cites", "evidence"]
    assert first.split()[0] == ORIGIN.id[:8]
    assert second.startswith(f"· {COPY.id[:8]}")
    assert ran.errors == [f"foedus: {story_id(ORIGIN.id)}: 2 pages of one text: 1 copy"]


def test_a_page_by_itself_is_a_story_of_one(folder: Path) -> None:
    ran = foedus("story", OTHER.id, cwd=folder)
    assert len(ran.out.splitlines()) == 2
    assert ran.errors == [f"foedus: {story_id(OTHER.id)}: 1 page, and no other of its text"]


def test_a_story_is_told_as_of_a_day(folder: Path) -> None:
    ran = foedus("story", ORIGIN.id, "--as-of", "2020-01-01", cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.errors) == 1
    assert len(rows(foedus("story", ORIGIN.id, "--as-of", "2999", "--format", "csv", cwd=folder).out)) == 2


def test_a_report_in_a_file_that_is_held_is_looked_up(folder: Path) -> None:
    (folder / "held.txt").write_text(COPY.text, encoding="utf-8")
    ran = foedus("story", "held.txt", "--format", "csv", cwd=folder)
    assert ran.errors == []
    assert [row["document"] for row in rows(ran.out)] == [ORIGIN.id, COPY.id]


def test_a_report_in_a_file_that_is_not_held_is_compared_and_kept_nowhere(folder: Path) -> None:
    (folder / "new.txt").write_text(TEXT + " Read in the staff room of our paper.", encoding="utf-8")
    ran = foedus("story", "new.txt", "--format", "csv", cwd=folder)
    assert ran.errors == ["foedus: new.txt is not in this ledger: shown as it would stand there"]
    assert [row["document"] for row in rows(ran.out)][:2] == [ORIGIN.id, COPY.id]
    assert [row["kind"] for row in rows(ran.out)].count("copy") == 2
    assert len(rows(foedus("story", ORIGIN.id, "--format", "csv", cwd=folder).out)) == 2


def test_what_changed_on_the_way_is_listed_with_both_places(folder: Path) -> None:
    ran = foedus("changes", story_id(COPY.id), "--format", "csv", cwd=folder)
    assert (ran.code, ran.errors) == (0, [])
    [row] = rows(ran.out)
    assert (row["kind"], row["from"], row["to"], row["first seen"]) == ("number", ORIGIN.id, COPY.id, "2024-03-02")
    assert ("12" in row["was"], "20" in row["now"]) == (True, True)
    assert ORIGIN.text[int(row["was start"]) : int(row["was end"])] == row["was"]
    assert COPY.text[int(row["now start"]) : int(row["now end"])] == row["now"]
    assert row["pages"] == COPY.id
    alone = foedus("changes", OTHER.id, cwd=folder)
    assert (alone.out, alone.errors) == ("", [f"foedus: {story_id(OTHER.id)} has one page, and no other of its text"])


def test_documents_that_are_not_compared_yet_are_told_of_and_compared_on_demand(tmp_path: Path) -> None:
    put(tmp_path, ORIGIN, COPY, compared=False)
    told = "foedus: 2 documents are not compared with the others yet: `foedus stories --update` does so"
    assert foedus("stories", cwd=tmp_path).errors == [told, "foedus: no story"]
    assert told in foedus("sources", cwd=tmp_path).errors
    ran = foedus("stories", "--update", "--format", "csv", cwd=tmp_path)
    assert ran.errors == ["foedus: 2 documents compared"]
    assert [row["pages"] for row in rows(ran.out)] == ["2"]


def test_a_withdrawn_page_leaves_its_story_at_once(folder: Path) -> None:
    ran = foedus("forget", COPY.id, "--reason", "asked by its publisher", "--yes", cwd=folder)
    assert ran.code == 0
    assert foedus("stories", cwd=folder).errors == ["foedus: no story"]


def test_bad_input_is_one_clear_line(folder: Path) -> None:
    (folder / "two.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n', encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    for words, code, part in (
        (("story", "ffffffff"), 2, "ffffffff"),
        (("story", "nonsense!"), 2, "names no story"),
        (("story", "two.jsonl"), 3, "several documents"),
        (("story", "empty.txt"), 3, "empty.txt"),
        (("story", "two.jsonl", "--as-of", "2024"), 2, "--as-of"),
        (("story", ORIGIN.id, "--as-of", "soon"), 2, "--as-of"),
        (("changes", "s-"), 2, "names no story"),
        (("stories", "--about", "Nowhere at all"), 2, "Nowhere"),
    ):
        ran = foedus(*words, cwd=folder)
        assert (ran.code, ran.out) == (code, ""), (words, ran)
        assert len(ran.errors) == 1, (words, ran.errors)
        assert part in ran.errors[0]
