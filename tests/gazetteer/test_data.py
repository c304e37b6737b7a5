"""The entity files are sound, agree with CLDR, and the compiled tables are what they make."""

from collections import defaultdict
from pathlib import Path

import pytest
from babel import Locale
from babel.core import get_global

from foedus.gazetteer.check import check_folder, main
from foedus.gazetteer.compile import compile_into
from foedus.gazetteer.compile import main as compile_main
from foedus.gazetteer.compiling.decisions import decisions
from foedus.gazetteer.entities import Entities
from foedus.gazetteer.fold import keys, spelling
from foedus.gazetteer.scanner import Scanner
from foedus.gazetteer.source import LANGUAGES, Entry, folder, forms, read_all
from foedus.gazetteer.table import parse, read_lines

_NO_LAND = {"ASC", "CPT", "DGA", "TAA", "FXX", "TMP", "ZAR", "QUU", "XAA", "XBB", "XKK", "ZZZ"}
"""Codes that CLDR adds to ISO 3166-1, or that ISO has withdrawn."""


def pairs(name: str) -> list[list[str]]:
    lines = (folder() / "decisions" / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    return read_all()


def codes() -> dict[str, str]:
    """Alpha-3 by alpha-2 code, of every territory that CLDR names."""
    aliases = get_global("territory_aliases")
    found = {new[0]: old for old, new in aliases.items() if len(old) == 3 and old.isalpha() and len(new) == 1}
    found |= {"FR": "FRA", "CD": "COD", "TL": "TLS"}
    return {two: three for two, three in found.items() if two in Locale("en").territories and three not in _NO_LAND}


def test_the_check_finds_nothing_wrong() -> None:
    assert check_folder() == []


def test_the_committed_tables_are_what_the_files_make(tmp_path: Path, entries: list[Entry]) -> None:
    compile_into(tmp_path, entries)
    for made in sorted(tmp_path.iterdir()):
        assert made.read_bytes() == (folder() / "compiled" / made.name).read_bytes(), (
            f"{made.name} differs; run python -m foedus.gazetteer.compile"
        )


def test_every_iso_code_is_a_state_or_a_listed_territory(entries: list[Entry]) -> None:
    states = {entry.key for entry in entries if entry.kind == "state"}
    territories = {row[0] for row in pairs("territories.tsv")}
    assert set(codes().values()) - states - territories == set()
    assert states & territories == set()


def test_names_of_states_are_cldrs_or_differ_for_a_stated_reason(entries: list[Entry]) -> None:
    states = {entry.key: entry.record for entry in entries if entry.kind == "state"}
    excused = {(row[0], row[1], row[2]) for row in pairs("cldr.tsv")}
    missing = []
    for two, three in codes().items():
        for lang in LANGUAGES if three in states else ():
            usual = Locale(lang).territories[two]
            ours = {
                spelling(key) for field in ("names", "ambiguous") for key in keys(forms(states[three], field, lang))
            }
            if spelling(keys([usual])[0]) not in ours and (three, lang, usual) not in excused:
                missing.append((three, lang, usual))
    assert missing == []


def test_no_sure_form_stands_for_two_entities_that_have_nothing_to_do_with_each_other(entries: list[Entry]) -> None:
    by_key = {entry.key: entry.record for entry in entries}
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for line in read_lines(folder() / "compiled" / "aliases.tsv"):
        row = parse(line)
        if row.certain == "yes" and row.kind != "head" and row.case not in ("plural", "upper"):
            for lang in row.langs.split(","):
                if not lang.endswith("*"):
                    owners[row.folded, lang].add(row.entity)
    for (form, lang), names in owners.items():
        states = {name for name in names if by_key[name]["kind"] == "state"}
        loose = {n for n in names - states if by_key[n].get("state") not in states}
        families = {n for n in loose if by_key[n].get("family") in loose}
        assert len(states) + len(loose - families) <= 1 or len(names) == 1, (form, lang, sorted(names))


def test_every_decision_is_about_a_form_that_exists() -> None:
    tables = ((folder() / "compiled" / name).read_text("utf-8") for name in ("aliases.tsv", "titles.tsv"))
    known = {line.split("\t", 1)[0] for table in tables for line in table.splitlines()}
    assert [d.folded for d in decisions() if d.decision != "drop" and d.folded not in known] == []


def test_a_broken_file_is_named_with_its_line_and_what_is_allowed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "companies.yaml").write_text(
        "defaults: {verified: false}\nentities:\n"
        "- {id: good-works, kind: company, state: FRA, names: {en: [Good Works]}}\n"
        "- {id: Bad Works, kind: firm, state: XYZ, colour: red, names: {en: ['10']}}\n",
        "utf-8",
    )
    assert main([str(tmp_path)]) == 1
    told = capsys.readouterr().out
    assert "companies.yaml, line 4 (Bad Works): kind `firm` is none of company" in told
    assert "field `colour` is unknown; allowed: " in told
    assert "state `XYZ` is no entity" in told
    assert "has no letter" in told


def test_a_file_that_is_no_yaml_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "states.yaml").write_text("entities:\n- {id: ABC, names: [\n", "utf-8")
    assert main([str(tmp_path)]) == 4
    assert capsys.readouterr().err.count("\n") == 1


def test_own_entities_are_checked_and_compiled_with_the_shipped_ones(tmp_path: Path) -> None:
    own, out = tmp_path / "own", tmp_path / "out"
    own.mkdir()
    (own / "companies.yaml").write_text(
        "entities:\n- {id: good-works, kind: company, state: FRA, names: {fr: [Bonsouvrages]}}\n",
        "utf-8",
    )
    assert check_folder(own) == []
    assert compile_main([str(own), str(out)]) == 0
    (mention,) = Scanner.load(directory=out).scan("Bonsouvrages livre", "fr")
    assert mention.senses[0].entity == "good-works"
    assert Entities.load(out).state("good-works") == "FRA"
