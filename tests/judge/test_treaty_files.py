"""Treaty files: the shipped ones are right, and each fault of a user's own is told with file and line."""

from pathlib import Path

import pytest

from foedus.gazetteer.entities import Entities
from foedus.judge.treaties.check import LANGS
from foedus.judge.treaties.files import load, read
from foedus.model.errors import DataError

TREATY = """\
id: pact
names: {en: Pact, fr: Pacte}
kind: alliance
signed: "1992-05-15"
in_force: 1994-04-20
parties:
  - party: ARM
    de_jure:
      - {status: signed, since: "1992-05-15", until: "1994-04-19"}
      - {status: in_force, since: "1994-04-20"}
articles:
  - article: "1"
    versions:
      - since: "1994-04-20"
        summary: {en: Help., fr: Aide.}
        obligations:
          - id: pact-1
            kind: defense
            owed_by: [other_parties]
            owed_to: [each_party]
            trigger: armed_attack
            request: required
            scope: {kind: territory_of_parties}
            decides: each_party
            conduct: {en: Help., fr: Aide.}
sources: [{title: the pact}]
"""


def _write(folder: Path, text: str, name: str = "pact.yaml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_the_shipped_treaties_keep_to_all_rules() -> None:
    treaties = load(Entities.load())
    assert "collective-security-treaty" in treaties
    for treaty in treaties.values():
        for article in treaty.articles:
            assert all(set(LANGS) <= set(version.summary) for version in article.versions), treaty.id


def test_a_treaty_of_one_own_is_read_and_takes_the_place_of_a_shipped_one(tmp_path: Path) -> None:
    _write(tmp_path, TREATY)
    mine = TREATY.replace("id: pact\n", "id: collective-security-treaty\n")
    _write(tmp_path, mine, "collective-security-treaty.yaml")
    treaties = load(Entities.load(), tmp_path)
    assert treaties["pact"].parties[0].de_jure[1].since == "1994-04-20"
    assert treaties["collective-security-treaty"].names["en"] == "Pact"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("kind: alliance", "kind: friendship", "line 3, kind: Invalid enum value 'friendship'"),
        ("signed: ", "sined: ", "line 4, sined: there is no such field"),
        ('signed: "1992-05-15"', "signed: 1992", "line 4, signed: Expected `str | null`, got `int`: put it in quotes"),
        ('signed: "1992-05-15"', 'signed: "1992-13"', "line 4, signed: '1992-13' is no EDTF date"),
        ("in_force: 1994-04-20", 'in_force: "1991"', "line 5, in_force: is in force before it was signed"),
        ("party: ARM", "party: ARN", "line 7, parties[0].party: 'ARN' is no key of the gazetteer"),
        ('until: "1994-04-19"', 'until: "1995"', "begins before the interval above it has ended"),
        ("fr: Pacte", 'fr: " "', "line 2, names: the words in fr are missing"),
        ("sources: ", "verified: true\nsources: ", "true needs a source that is primary"),
        ("kind: territory_of_parties", "kind: places", "kind places needs the list `places`"),
        ("decides: each_party", "decides: each_party\n            answer_days: 3", "with the words that it rests on"),
        ("kind: alliance", "kind: alliance\nkind: embargo", "'kind' stands twice: keep one"),
        ("parties:", "parties: [", "no YAML"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, old: str, new: str, told: str) -> None:
    file = _write(tmp_path, TREATY.replace(old, new, 1))
    with pytest.raises(DataError, match=r"pact\.yaml, line \d+") as caught:
        read(file, "pact.yaml", Entities.load())
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_file_is_named_for_its_treaty(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"call the file pact\.yaml"):
        read(_write(tmp_path, TREATY, "other.yaml"), "other.yaml", Entities.load())


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no such folder of treaties"):
        load(Entities.load(), tmp_path / "none")
