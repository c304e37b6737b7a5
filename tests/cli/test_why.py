"""`foedus show` and `foedus lexicon try` tell why words make a claim or do not."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from foedus import __version__
from foedus.ledger.store import Ledger
from tests.cli.command import foedus
from tests.factories import claim, document

TEXT = "The Netherlands delivered twelve howitzers to Moldova in May 2021. The ministers met in Chisinau."


@pytest.fixture
def read(tmp_path: Path) -> tuple[Path, str]:
    """A folder with a ledger that a real reading filled, and the id of its transfer."""
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    call = ("read", "report.txt", "--published", "2022-05-19", "--format", "jsonl")
    ran = foedus(*call, cwd=tmp_path)
    assert ran.code == 0, ran.err
    claims = [json.loads(line) for line in ran.out.splitlines()]
    return tmp_path, next(one["id"] for one in claims if one["type"] == "transfer")


def test_show_tells_why_the_trigger_makes_the_claim_and_has_its_stage(read: tuple[Path, str]) -> None:
    folder, id_ = read
    out = foedus("show", id_, cwd=folder).out
    section = out.partition("\nwhy         ")[2]
    assert section.startswith("“delivered” makes a claim, transfer: delivered (probability 0.")
    why, _, rest = section.partition("\nwhy stage   delivered (probability ")
    stage = rest.partition("\nwhy supplier: ")[0]
    for part in (why, stage):
        sides = re.findall(r"^  (for|against) +\S.* \(([+-]\d+\.\d)\)$", part, re.MULTILINE)
        assert sides
        assert all((side == "for") == (float(share) > 0) for side, share in sides)
        assert [side for side, _ in sides] == sorted((side for side, _ in sides), key=["for", "against"].index)
    assert "so foedus" not in out


def test_show_tells_why_each_core_role_has_its_filler(read: tuple[Path, str]) -> None:
    folder, id_ = read
    out = foedus("show", id_, cwd=folder).out
    heads = re.findall(r"^why (\w+): “(.+)” = (\S+), .+ \(probability \d\.\d\d\)$", out, re.MULTILINE)
    assert [(role, entity) for role, _, entity in heads] == [
        ("supplier", "NLD"),
        ("recipient", "MDA"),
        ("item", "howitzer"),
    ]
    for block in re.split(r"^why \w+: .*\n", out, flags=re.MULTILINE)[1:]:
        sides = re.findall(r"^  (\w+) +\S", block, re.MULTILINE)
        assert sides == sorted(sides, key=["how", "for", "against", "next"].index)
        assert sides[0] == "how"
        assert "for" in sides
    assert "  how       subject of “delivered”" in out
    assert "  how       after “to”, a phrase of “delivered”" in out
    assert "not in this claim" not in out


def test_show_tells_of_an_empty_role_and_of_a_link_that_the_claim_does_not_have(tmp_path: Path) -> None:
    report = document("Algeria ordered twelve howitzers from Russia on Friday.")
    told = claim(report, "ordered", supplier="FRA=Russia", recipient="DZA=Algeria")
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        ledger.add([(report, [told])])
    out = foedus("show", told.id, cwd=tmp_path).out
    assert re.search(r"^why supplier: “Russia” = RUS, its name \(.*\); not in this claim$", out, re.MULTILINE)
    assert re.search(r"^why recipient: “Algeria” = DZA, its name \([^;]*\)$", out, re.MULTILINE)
    assert re.search(r"^why item: “howitzers” = howitzer, .*; not in this claim$", out, re.MULTILINE)
    report = document("Algeria will receive twelve howitzers on Friday.")
    told = claim(report, "receive", supplier="FRA=Algeria", recipient="DZA=Algeria")
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        ledger.add([(report, [told])])
    out = foedus("show", told.id, cwd=tmp_path).out
    assert re.search(
        r"^why no supplier: it stays empty \(probability 0.*\).*; the claim has “Algeria” = FRA$", out, re.M
    )


def test_show_says_in_a_line_what_this_version_no_longer_finds(tmp_path: Path) -> None:
    report = document("Arland smurfed 12 tanks to Borland in 2021, and then | Cedria denied it.")
    told = claim(report, "smurfed", supplier="RUS=Arland", recipient="BLR=Borland", item="tanks")
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        ledger.add([(report, [told])])
    ran = foedus("show", told.id, cwd=tmp_path)
    assert ran.code == 0
    last = ran.out.splitlines()[-1]
    own = f"{told.reader.name} {told.reader.version}"
    assert last == f"why         foedus {__version__} finds no transfer in “smurfed”; {own} did"


def test_show_explains_with_ones_own_words(tmp_path: Path) -> None:
    (tmp_path / "words" / "en" / "units").mkdir(parents=True)
    unit = "type: transfer\nfamilies:\n  - like: give\n    verb:\n      units: [decant]\n"
    (tmp_path / "words" / "en" / "units" / "mine.yaml").write_text(unit, encoding="utf-8")
    report = document("Poland decanted ten tanks to Ukraine in May 2021.")
    told = claim(report, "decanted", supplier="POL=Poland", recipient="UKR=Ukraine", item="tanks")
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        ledger.add([(report, [told])])
    assert "finds no transfer in “decanted”" in foedus("show", told.id, cwd=tmp_path).out
    out = foedus("show", told.id, "--lexicon", "words", cwd=tmp_path).out
    assert re.search(r"^why +“decanted” makes (no |a )claim, transfer", out, re.MULTILINE)
    assert f"so foedus lexicon=words {__version__}, the claim is of" in out
    ran = foedus("show", told.id, "--lexicon", "nowhere", cwd=tmp_path)
    assert (ran.code, len(ran.errors)) == (2, 1)


def test_a_try_says_of_each_hit_whether_it_makes_a_claim(tmp_path: Path) -> None:
    said = "Paris refused to deliver the tanks."
    ran = foedus("lexicon", "try", said, "--lang", "en", "--format", "csv", cwd=tmp_path)
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    units = {(row["words"], row["type"]): row for row in rows if row["kind"] == "unit"}
    refused = units["refused", "transfer"]
    assert (refused["claim"], refused["told"]) == ("yes", "transfer: refused")
    assert refused["reasons"].startswith("for: ")
    delivered = units["deliver", "transfer"]
    assert (delivered["claim"], delivered["told"]) == ("no", "")
    assert float(delivered["probability"]) < float(refused["probability"])
    assert "against: " in delivered["reasons"]
    blocks = foedus("lexicon", "try", said, "--lang", "en", cwd=tmp_path).out
    assert f"  makes a claim, transfer: refused (probability {refused['probability']}, a claim from 0." in blocks
    assert f"  makes no claim, transfer (probability {delivered['probability']}, a claim from 0." in blocks


def test_a_try_gives_the_reasons_whole_as_json(tmp_path: Path) -> None:
    ran = foedus("lexicon", "try", "Paris a livré des chars.", "--lang", "fr", "--format", "jsonl", cwd=tmp_path)
    said = [one["said"] for one in map(json.loads, ran.out.splitlines()) if one["kind"] == "unit" and one["said"]]
    best = max(said, key=lambda one: float(one["probability"]))
    assert best["chosen"] is True
    assert best["probability"] >= best["threshold"] > 0
    assert {"name", "value", "share", "words"} == set(best["reasons"][0])
    assert best["stage_reasons"]
