"""The store of answers: whole files by hash, safe for several writers, and nothing lost to a broken file."""

from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from foedus.careful.passages import Passage
from foedus.careful.proven import Rejected
from foedus.intake.answers import store
from foedus.intake.answers.store import AnswerStore
from foedus.model.errors import InputError
from tests.intake.answers import made

READER = ("careful/some-model", "0123456789ab")


def rejected(code: str) -> Rejected:
    return Rejected(made.document().id, 2, code, "delivered", '{"type": "transfer"}')


def test_an_answer_is_given_back_as_it_came_with_when_and_how(tmp_path: Path) -> None:
    folder = AnswerStore(tmp_path / "answers")
    asked = made.request(made.document())
    assert folder.get(asked.id) is None
    assert folder.put(asked, '{"claims": []}\n', {"by": "import"})
    again = AnswerStore(tmp_path / "answers")
    assert again.get(asked.id) == '{"claims": []}\n'
    kept = again.answer(asked.id)
    assert kept is not None
    assert (kept.request, kept.model, kept.how) == (asked.id, "some-model", {"by": "import"})
    assert kept.asked.endswith("Z")
    assert again.request(asked.id) == asked
    assert list(again.requests()) == [asked]


def test_the_same_answer_twice_is_kept_once_and_another_one_beside_the_first(tmp_path: Path) -> None:
    folder = AnswerStore(tmp_path)
    asked = made.request(made.document())
    assert [folder.put(asked, answer, {}) for answer in ("a", "a", "b", "c")] == [True, False, True, True]
    assert folder.get(asked.id) == "c"
    names = sorted(path.name.removeprefix(asked.id) for path in (tmp_path / "answers").iterdir())
    assert names == [".1.json", ".2.json", ".json"]


def test_an_endless_answer_is_not_kept(tmp_path: Path) -> None:
    folder = AnswerStore(tmp_path)
    asked = made.request(made.document())
    with pytest.raises(InputError, match="longer than 2,000,000 characters"):
        folder.put(asked, "x" * (store.LONGEST_ANSWER + 1), {})
    assert folder.get(asked.id) is None


def test_a_broken_file_is_named_and_skipped_and_healed_by_the_next_write(tmp_path: Path) -> None:
    said: list[str] = []
    folder = AnswerStore(tmp_path, said.append)
    asked = made.request(made.document())
    folder.put(asked, "a", {})
    for name in ("answers", "requests"):
        (tmp_path / name / f"{asked.id}.json").write_bytes(b'{"request": "cut o')
    assert (folder.get(asked.id), folder.request(asked.id), list(folder.requests())) == (None, None, [])
    assert len(said) == 3
    assert all(asked.id in line and "left out" in line for line in said)
    assert folder.put(asked, "a", {})
    assert (folder.get(asked.id), folder.request(asked.id)) == ("a", asked)


def test_a_name_that_is_no_hash_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "secret.json").write_text('{"request": "", "model": "", "asked": "", "how": {}, "answer": "x"}')
    folder = AnswerStore(tmp_path / "store")
    for name in ("../../secret", "../secret", "", "f" * 63, "/etc/passwd"):
        assert (folder.get(name), folder.request(name)) == (None, None)


def test_pages_keep_their_text_sentences_and_requests(tmp_path: Path) -> None:
    document = made.document()
    first, second = made.request(document), made.request(document, Passage(2, 2))
    folder = AnswerStore(tmp_path)
    for _ in range(2):
        folder.keep(made.page(document, first, second), [first, second])
    folder.keep(made.page(document, first, file="copy.txt"), [first])
    pages = sorted(folder.pages(), key=lambda one: one.file)
    assert [(one.file, one.document, one.requests) for one in pages] == [
        ("copy.txt", document, (first.id,)),
        ("report.txt", document, (first.id, second.id)),
    ]
    assert {one.id for one in folder.requests()} == {first.id, second.id}


def test_rejections_of_one_reader_are_replaced_and_those_of_another_stay(tmp_path: Path) -> None:
    folder, document = AnswerStore(tmp_path), made.document()
    numbered = made.sentences(document)
    folder.reject(document, numbered, READER, [])
    assert not (tmp_path / "rejected").exists()
    folder.reject(document, numbered, READER, [rejected("not_found"), rejected("swapped")])
    folder.reject(document, numbered, ("careful/other", "1"), [rejected("voice")])
    folder.reject(document, numbered, READER, [rejected("stage")])
    assert [(one.reader, one.code) for one in folder.rejected(document.id)] == [
        ("careful/other", "voice"),
        ("careful/some-model", "stage"),
    ]
    assert {one.text for one in folder.rejected()} == {"The ministry confirmed it."}
    folder.reject(document, numbered, READER, [])
    assert [one.code for one in folder.rejected(document.id)] == ["voice"]


def test_a_broken_line_of_rejections_is_named_and_the_rest_read(tmp_path: Path) -> None:
    said: list[str] = []
    folder, document = AnswerStore(tmp_path, said.append), made.document()
    folder.reject(document, made.sentences(document), READER, [rejected("stage")])
    file = tmp_path / "rejected" / f"{document.id}.jsonl"
    file.write_bytes(b"{\n" + file.read_bytes())
    assert [one.code for one in folder.rejected(document.id)] == ["stage"]
    assert len(said) == 1
    assert "line 1 left out" in said[0]


def _write(folder: Path, writer: int) -> None:
    answers, document = AnswerStore(folder), made.document()
    for number in range(5):
        answers.put(made.request(document, model=f"{writer}-{number}"), f"{writer}-{number}", {})
        answers.put(made.request(document), f"shared {writer}-{number}", {})
        answers.reject(document, made.sentences(document), (f"careful/{writer}", "1"), [rejected(str(number))])


def test_writers_at_the_same_time_lose_nothing_of_each_other(tmp_path: Path) -> None:
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(_write, [tmp_path] * 3, range(3)))
    answers, document = AnswerStore(tmp_path), made.document()
    for writer in range(3):
        for number in range(5):
            asked = made.request(document, model=f"{writer}-{number}")
            assert answers.get(asked.id) == f"{writer}-{number}"
    shared = [path for path in (tmp_path / "answers").iterdir() if path.name.startswith(made.request(document).id)]
    assert len(shared) == 15
    assert sorted((one.reader, one.code) for one in answers.rejected()) == [(f"careful/{n}", "4") for n in range(3)]
