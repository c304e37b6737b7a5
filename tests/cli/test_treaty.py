"""`foedus treaty`: the list, and one treaty as of a day."""

import json
from pathlib import Path

import pytest

from tests.cli.command import environment, foedus

OWN = """\
id: harbour-pact
names: {en: Harbour Pact, fr: pacte du port}
kind: alliance
signed: "1992-05-15"
in_force: "1994-04-20"
parties:
  - {party: ARM, de_jure: [{status: in_force, since: "1994-04-20"}]}
  - {party: GEO, de_jure: [{status: in_force, since: "1994-04-20"}]}
articles:
  - article: "1"
    versions:
      - since: "1994-04-20"
        summary: {en: Help at sea., fr: Aide en mer.}
        obligations:
          - id: harbour-1
            kind: defense
            owed_by: [other_parties]
            owed_to: [each_party]
            trigger: armed_attack
            request: required
            scope: {kind: territory_of_parties}
            decides: each_party
            conduct: {en: Help., fr: Aide.}
            term: {since: "1994-04-20", until: "2044", notice_months: 6}
sources: [{title: the pact}]
"""


def _own(folder: Path, text: str = OWN) -> None:
    (folder / "mine").mkdir()
    (folder / "mine" / "harbour-pact.yaml").write_text(text, encoding="utf-8")


def test_the_list_has_every_treaty_with_its_state_on_the_day(tmp_path: Path) -> None:
    ran = foedus("treaty", "--on", "2024", cwd=tmp_path)
    head, *rows = ran.out.splitlines()
    assert head.split() == "id treaty kind in force parties verified".split()
    (cst,) = [row for row in rows if row.startswith("collective-security-treaty ")]
    assert cst.split()[-4:] == ["alliance", "1994-04-20", "6", "no"]
    before = foedus("treaty", "--on", "1993", "--format", "json", cwd=tmp_path).out
    found = {one["id"]: one for one in json.loads(before)}
    assert (found["collective-security-treaty"]["holds"], found["collective-security-treaty"]["parties"]) == (False, 0)


def test_members_of_an_organisation_are_bound_through_it_on_the_day(tmp_path: Path) -> None:
    ran = foedus("treaty", "eu-arms-embargo-russia", "--on", "2016", cwd=tmp_path)
    (through,) = [line for line in ran.out.splitlines() if line.startswith("    bound through EU: ")]
    assert "Poland" in through
    listed = json.loads(foedus("treaty", "--on", "2016", "--format", "json", cwd=tmp_path).out)
    assert next(one["parties"] for one in listed if one["id"] == "eu-arms-embargo-russia") > 20


def test_one_treaty_is_told_as_of_the_day(tmp_path: Path) -> None:
    old = foedus("treaty", "csto", "--on", "2012-06", cwd=tmp_path).out
    new = foedus("treaty", "csto", "--on", "2024-03", cwd=tmp_path).out
    assert "article 4, version from 1994-04-20 to 2012-12-18" in old
    assert "other version, since 2012-12-19" in old
    assert "request: the party must ask for it" not in old
    assert "article 4, version since 2012-12-19 (the protocol of 10 December 2010)" in new
    assert "request: the party must ask for it" in new
    assert "Armenia: party, since 1994-04-20\n" in old
    assert "Armenia: party, since 1994-04-20; frozen in practice, since 2024-02-22" in new
    assert "Uzbekistan: suspended, since 2012-12-19" in new
    assert "not held against the primary text" in new


def test_exemptions_and_terms_are_told(tmp_path: Path) -> None:
    embargo = foedus("treaty", "eu-arms-embargo-russia", "--on", "2016", cwd=tmp_path).out
    assert "contracts made before 2014-08-01" in embargo
    assert "must not reach Russia" in embargo
    _own(tmp_path)
    own = foedus("treaty", "harbour-pact", "--treaties", "mine", cwd=tmp_path).out
    assert "term: from 1994-04-20 to 2044, 6 months' notice" in own


@pytest.mark.parametrize("name", ["csto", "ОДКБ", "traité de sécurité collective", "article-4-csto", "Tashkent Treaty"])
def test_a_treaty_is_found_by_its_names_and_by_its_organisation(name: str, tmp_path: Path) -> None:
    assert "(collective-security-treaty)" in foedus("treaty", name, cwd=tmp_path).out.splitlines()[0]


@pytest.mark.parametrize(
    ("name", "told"), [("ctso", "nearest: collective-security-treaty"), ("EU", "can mean"), ("qqqq", "lists them all")]
)
def test_a_name_of_none_is_one_line_with_the_nearest(name: str, told: str, tmp_path: Path) -> None:
    ran = foedus("treaty", name, cwd=tmp_path)
    assert (ran.code, ran.out, len(ran.errors)) == (2, "", 1)
    assert told in ran.err


def test_it_is_told_in_french_where_asked_or_where_the_locale_is(tmp_path: Path) -> None:
    asked = foedus("treaty", "csto", "--in", "fr", cwd=tmp_path).out
    there = foedus("treaty", "csto", cwd=tmp_path, env=environment(LC_ALL="fr_FR.UTF-8")).out
    assert asked == there
    assert "notre résumé : " in asked
    assert foedus("treaty", "--in", "de", cwd=tmp_path).errors == [
        "foedus: --in 'de': treaties and dossiers are told in en, fr"
    ]


def test_json_is_the_whole_record(tmp_path: Path) -> None:
    foedus("treaty", "csto", "--on", "2024-03", "--format", "json", "--out", "t.json", cwd=tmp_path)
    told = json.loads((tmp_path / "t.json").read_text(encoding="utf-8"))
    assert (told["id"], told["day"], told["holds"]) == ("collective-security-treaty", "2024-03-31", True)
    (four,) = [one for one in told["articles"] if one["article"] == "4"]
    assert four["version"]["obligations"][0]["id"] == "cst-4-defense"
    assert [one["until"] for one in four["others"]] == ["2012-12-18"]


def test_a_folder_of_ones_own_stands_in_the_settings_or_the_option(tmp_path: Path) -> None:
    _own(tmp_path)
    (tmp_path / "foedus.toml").write_text('treaties = "mine"\n', encoding="utf-8")
    assert "Harbour Pact (harbour-pact): alliance" in foedus("treaty", "harbour-pact", cwd=tmp_path).out
    (tmp_path / "foedus.toml").write_text('treaties = "nowhere"\n', encoding="utf-8")
    ran = foedus("treaty", cwd=tmp_path)
    assert (ran.code, len(ran.errors)) == (4, 1)
    assert "treaties folder nowhere is not there" in ran.err
    assert foedus("treaty", "--treaties", "nowhere", cwd=tmp_path).code == 2


def test_a_wrong_file_is_named_with_its_line(tmp_path: Path) -> None:
    _own(tmp_path, OWN.replace("kind: alliance", "kind: friendship"))
    ran = foedus("treaty", "--treaties", "mine", cwd=tmp_path)
    assert (ran.code, len(ran.errors)) == (4, 1)
    assert "mine/harbour-pact.yaml, line 3" in ran.err
