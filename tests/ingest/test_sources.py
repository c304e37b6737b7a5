"""Files, folders and standard input: everything readable is read, everything else is reported by itself."""

import io
import os
import sys
from pathlib import Path

import pytest

from foedus.ingest.options import Metadata, Options
from foedus.ingest.problem import Problem
from foedus.ingest.sources import read_sources
from foedus.model.document import Document

LINE = b'{"text": "Two ships left port."}\n'
PAGE = b"<!doctype html><html><body><article><p>" + b"Two ships left port on Monday. " * 9 + b"</p></article></body>"


def documents(*paths: Path | str, options: Options | None = None) -> dict[str, Document]:
    results = [item.result for item in read_sources([str(path) for path in paths], options)]
    assert all(isinstance(result, Document) for result in results), results
    return {str(result.source): result for result in results if isinstance(result, Document)}


def problems(*paths: Path | str, options: Options | None = None) -> list[str]:
    results = [item.result for item in read_sources([str(path) for path in paths], options)]
    return [result.message for result in results if isinstance(result, Problem)]


def test_a_folder_is_walked_in_order_and_hidden_or_other_files_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b/two.MD", "one.txt", ".hidden.txt", ".git/x.txt", "picture.png"):
        (tmp_path / name).write_text("Two ships left.")
    (tmp_path / "three.ndjson").write_bytes(LINE * 2)
    (tmp_path / "four.htm").write_bytes(PAGE)
    names = [Path(source).name for source in documents(tmp_path)]
    assert names == ["four.htm", "one.txt", "three.ndjson:1", "three.ndjson:2", "two.MD"]


def test_a_folder_without_reports_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"x")
    (message,) = problems(tmp_path)
    assert message.startswith(f"{tmp_path} holds no report")


def test_each_bad_item_is_reported_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\0\1\2")
    (tmp_path / "b.txt").write_text("Two ships left.")
    items = list(read_sources([str(tmp_path / "none.txt"), str(tmp_path)]))
    assert [type(item.result) for item in items] == [Problem, Problem, Document]
    assert [Path(item.file).name for item in items] == ["none.txt", "a.txt", "b.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything")
def test_a_file_that_may_not_be_opened_is_reported(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("x")
    secret.chmod(0)
    assert "Permission denied" in problems(secret)[0]


def test_a_file_over_the_limit_is_refused_without_being_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(50_000_000_000)  # sparse: reading it would be noticed
    assert "over the limit of 20 MB" in problems(huge)[0]
    assert "--max-size" in problems(huge)[0]


@pytest.mark.parametrize(
    ("raw", "text"), [(LINE, "Two ships left port."), (b"\nTwo < three ships.", "\nTwo < three ships.")]
)
def test_a_file_without_a_telling_name_is_sniffed(tmp_path: Path, raw: bytes, text: str) -> None:
    (tmp_path / "report").write_bytes(raw)
    assert [document.text for document in documents(tmp_path / "report").values()] == [text]


@pytest.mark.parametrize(
    ("raw", "extractors"),
    [(b"Two ships left.", ["text"]), (PAGE, ["trafilatura"]), (LINE * 2, ["jsonl", "jsonl"])],
)
def test_standard_input_is_sniffed(monkeypatch: pytest.MonkeyPatch, raw: bytes, extractors: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(raw))))
    found = documents("-").values()
    assert [document.extractor.partition("/")[0] for document in found] == extractors
    assert all(str(document.source).startswith("standard input") for document in found)


def test_a_manifest_says_what_is_known_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Two ships left.")
    (tmp_path / "b.txt").write_text("Three ships left.")
    manifest = "files:\n  a.txt: {published: 2022-05-19, outlet: The Harbour, lang: en}\n"
    (tmp_path / "manifest.yaml").write_text(manifest)
    a, b = documents(tmp_path).values()
    assert (a.published, a.outlet, a.lang) == ("2022-05-19", "The Harbour", "en")
    assert (b.published, b.outlet, b.lang) == (None, None, "und")
    alone = documents(tmp_path / "a.txt", options=Options(metadata=Metadata(outlet="Other")))
    assert [(d.published, d.outlet) for d in alone.values()] == [("2022-05-19", "Other")]


@pytest.mark.parametrize(
    ("manifest", "reason"),
    [
        ("files: [", "cannot be used"),
        ("a.txt: {}", "no mapping `files"),
        ("files: {a.txt: 2022}", "holds no mapping"),
        ("files: {a.txt: {publishd: 2022}}", "unknown fields publishd"),
    ],
)
def test_a_wrong_manifest_is_reported_once_and_the_files_are_read(tmp_path: Path, manifest: str, reason: str) -> None:
    (tmp_path / "a.txt").write_text("Two ships left.")
    (tmp_path / "b.txt").write_text("Three ships left.")
    (tmp_path / "manifest.yaml").write_text(manifest)
    results = [item.result for item in read_sources([str(tmp_path)])]
    assert [isinstance(result, Document) for result in results] == [False, True, True]
    assert reason in problems(tmp_path)[0]


def test_documentation_beside_reports_is_no_report_unless_it_is_named(tmp_path: Path) -> None:
    beside = ("README.md", "ReadMe.fr.txt", "LICENSE.txt", "changelog.md", "NOTICE.html")
    reports = ("licence-exports.txt", "notice-to-mariners.txt", "readme-first.txt")
    for name in (*beside, *reports):
        (tmp_path / name).write_text("Two ships left.")
    assert [Path(source).name for source in documents(tmp_path)] == sorted(reports)
    assert list(documents(tmp_path / "README.md")) == [str(tmp_path / "README.md")]


def test_a_manifest_that_names_a_file_which_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Two ships left.")
    (tmp_path / "manifest.yaml").write_text("files: {one.txt: {published: 2022}, on.txt: {published: 2022}}")
    assert problems(tmp_path) == [f"{tmp_path / 'manifest.yaml'} names what is not beside it: on.txt"]


@pytest.mark.parametrize("name", ["news.json", "news.jsonl", "news"])
@pytest.mark.parametrize("text", ['[{"text": "a"}]', '\n[\n  {"text": "a"}\n]', '{\n  "text": "a"\n}'])
def test_json_that_is_not_on_lines_is_one_problem_with_the_remedy(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text)
    (message,) = problems(tmp_path / name)
    assert "put one object on each line" in message
