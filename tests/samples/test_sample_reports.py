"""The sample reports hold what their README promises: number, languages, sizes, metadata, relations, the note."""

import re
from collections import Counter
from datetime import datetime
from itertools import combinations
from urllib.parse import urlsplit

from tests.samples.collection import FOLDER, Sample, boilerplate, relations, samples

RUN = 12
"""So many words in a row are shared only by a report and its copy."""


def _words(sample: Sample) -> list[str]:
    return re.findall(r"\w+", f"{sample.title} {sample.body}".lower())


def _runs(sample: Sample) -> set[tuple[str, ...]]:
    words = _words(sample)
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


def _pairs(kind: str) -> set[frozenset[str]]:
    return {frozenset((row["document"], row["of"])) for row in relations() if row["kind"] == kind}


def test_there_are_twenty_four_reports_in_three_formats() -> None:
    assert len(list(FOLDER.glob("*.txt"))) == 10
    assert len(list(FOLDER.glob("*.html"))) == 6
    assert len(samples()) == 24


def test_twelve_are_french_eight_english_four_russian() -> None:
    assert Counter(sample.lang for sample in samples()) == {"fr": 12, "en": 8, "ru": 4}


def test_the_letters_are_those_of_the_stated_language() -> None:
    for sample in samples():
        cyrillic = len(re.findall("[а-яё]", sample.body.lower()))
        assert (cyrillic > len(sample.body) / 2) == (sample.lang == "ru"), sample.name


def test_every_report_has_between_130_and_350_words() -> None:
    for sample in samples():
        assert 130 <= len(sample.body.split()) <= 350, sample.name


def test_every_report_says_when_and_where_it_came_out() -> None:
    for sample in samples():
        assert datetime.fromisoformat(sample.published).year in range(2021, 2026), sample.name
        assert sample.title, sample.name
        assert sample.outlet, sample.name


def test_every_address_is_unique_and_of_a_domain_kept_for_examples() -> None:
    addresses = [sample.url for sample in samples()]
    assert len(set(addresses)) == len(addresses)
    for address in addresses:
        parts = urlsplit(address)
        assert parts.scheme == "https", address
        assert (parts.hostname or "").endswith(".example"), address


def test_every_page_has_boilerplate_that_is_not_in_its_article() -> None:
    by_name = {sample.name: sample for sample in samples()}
    for path in FOLDER.glob("*.html"):
        around = boilerplate(path)
        assert len(around.split()) >= 10, path.name
        assert around not in by_name[path.name].body, path.name


def test_only_a_report_and_its_copy_share_twelve_words_in_a_row() -> None:
    sharing = {
        frozenset((one.name, other.name)) for one, other in combinations(samples(), 2) if _runs(one) & _runs(other)
    }
    assert sharing == _pairs("copy_of")


def test_a_translation_is_in_another_language_than_its_original() -> None:
    lang = {sample.name: sample.lang for sample in samples()}
    translations = [row for row in relations() if row["kind"] == "translation_of"]
    assert translations
    for row in translations:
        assert lang[row["document"]] != lang[row["of"]]


def test_relations_name_reports_that_exist_and_say_what_they_are() -> None:
    names = {sample.name for sample in samples()}
    for row in relations():
        assert {row["document"], row["of"]} <= names
        assert row["kind"] in {"copy_of", "translation_of", "contradicts"}
        assert row.get("how") or row.get("about")
    assert len(_pairs("copy_of") | _pairs("translation_of")) >= 3
    assert len(_pairs("contradicts")) >= 3


def test_the_readme_says_that_the_reports_are_not_sources() -> None:
    readme = " ".join((FOLDER / "README.md").read_text(encoding="utf-8").split())
    assert "written for the tour by the project, after public facts, in the manner of real reports" in readme
    assert "not to be cited as sources" in readme


def test_the_readme_lists_every_report_and_agrees_with_the_manifest() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    for sample in samples():
        assert f"| `{sample.name}` | {sample.lang} |" in readme, sample.name
        if sample.name.endswith(".txt"):
            row = f"| `{sample.name}` | {sample.published} | {sample.outlet} | `{sample.url}` |"
            assert row in readme, sample.name
