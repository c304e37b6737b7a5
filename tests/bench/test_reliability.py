"""Bins, levels and the diagram of the reader's confidence, on documents made for it."""

from pathlib import Path

import pytest
from bench.accuracy import docs
from bench.accuracy.confidence import Bin, at_thresholds, bins, calibration_error
from bench.accuracy.diagram import diagram
from bench.accuracy.reliability import Reliability
from lxml import etree

from foedus.learning.scoring.gold import Accepted, GoldClaim, GoldDocument
from foedus.learning.scoring.read import Read
from tests.factories import claim, document

TEXT = "Arland bombed Borland. Borland shelled Arland. Arland attacked Corland. Corland raided Dorland."
REPORT = document(TEXT, published=None)
PAIRS = {
    "bombed": ("Arland", "Borland"),
    "shelled": ("Borland", "Arland"),
    "attacked": ("Arland", "Corland"),
    "raided": ("Corland", "Dorland"),
}
LEVELS = {"all": 0.0, "default": 0.3, "sure": 0.9}


def wanted(words: str, *, core: bool = True) -> GoldClaim:
    start = TEXT.index(words)
    attacker, target = PAIRS[words]
    roles: dict[str, tuple[Accepted, ...]] = {"attacker": ((attacker,),), "target": ((target,),)}
    return GoldClaim(("attack",), ("done",), ("affirmed",), ("stated",), roles, core, (start, start + len(words)))


def read(lang: str, gold: dict[str, bool], said: dict[str, float]) -> Read:
    """A document with gold claims (core or not) and the reader's claims with their confidences."""
    wants = tuple(wanted(words, core=core) for words, core in gold.items())
    claims = tuple(
        claim(REPORT, words, "attack", "done", attacker=PAIRS[words][0], target=PAIRS[words][1], confidence=sure)
        for words, sure in said.items()
    )
    return Read(GoldDocument(f"own-{lang}", lang, None, TEXT, wants), claims)


READS = [
    read("en", {"bombed": True, "shelled": True}, {"bombed": 0.95, "shelled": 0.9, "attacked": 0.2}),
    read("fr", {"bombed": True, "raided": False}, {"bombed": 0.35, "attacked": 0.38, "raided": 0.6}),
]


def test_bins_hold_what_is_judged() -> None:
    found = {one.low: one for one in bins(READS) if one.claims}
    assert {low: (one.claims, one.right) for low, one in found.items()} == {0.2: (1, 0.0), 0.3: (2, 0.5), 0.9: (2, 1.0)}
    assert found[0.3].sure == pytest.approx(0.365)
    assert [one.low for one in bins(READS, 0.36) if one.claims] == [0.3, 0.9]
    assert [(one.low, one.high) for one in bins([])][::9] == [(0.0, 0.1), (0.9, 1.0)]
    (last,) = [one for one in bins([read("en", {"bombed": True}, {"bombed": 1.0})]) if one.claims]
    assert (last.low, last.sure, last.right) == (0.9, 1.0, 1.0)


def test_the_error_is_the_mean_gap_of_the_bins() -> None:
    assert calibration_error(READS) == pytest.approx((0.2 + 2 * (0.5 - 0.365) + 2 * (1 - 0.925)) / 5)
    assert calibration_error(READS, 0.9) == pytest.approx(1 - 0.925)
    assert calibration_error([]) == 0


def test_a_level_may_be_any() -> None:
    [one] = at_thresholds(READS, [0.9])
    assert (one.claims, one.precision) == (2, 1.0)
    assert one.recall == pytest.approx(2 / 3)


def test_tables_tell_levels_calibration_and_bins_by_language() -> None:
    levels, calibration, by_bin = Reliability({"corpus": READS}, LEVELS).tables("corpus")
    assert [row[:3] for row in levels.rows][:3] == [
        ("all (≥ 0.00)", "fr", "2"),
        ("all (≥ 0.00)", "en", "3"),
        ("all (≥ 0.00)", "all", "5"),
    ]
    assert levels.rows[-1] == ("sure (≥ 0.90)", "all", "2", "1.000", "0.667", "0.800")
    assert [row[:2] for row in calibration.rows] == [("fr", "2"), ("en", "3"), ("all", "5")]
    assert by_bin.columns[:4] == ("confidence", "fr claims", "fr mean", "fr right")
    assert by_bin.rows[3] == ("0.3–0.4", "2", "0.36", "0.50", "0", "", "", "2", "0.36", "0.50")
    assert all(len(row) == len(table.columns) for table in (levels, calibration, by_bin) for row in table.rows)


def test_the_page_keeps_its_words_and_gets_tables_and_diagram(tmp_path: Path) -> None:
    page = tmp_path / "confidence.md"
    page.write_text(f"# Before\n\n{docs.RELIABILITY.begin}\nold\n{docs.RELIABILITY.end}\n\nAfter.\n", encoding="utf-8")
    found = Reliability({"corpus": READS, "everyday": []}, LEVELS)
    found.write_docs(found.tables("corpus"), "Two documents", page)
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# Before\n")
    assert text.endswith("After.\n")
    assert "old" not in text
    assert all(words in text for words in ("Two documents", "**Levels**", "**Reliability by bin**"))
    assert (tmp_path / "reliability.svg").read_text(encoding="utf-8") == found.drawing()


def test_the_page_of_confidence_has_its_markers_and_shows_the_diagram() -> None:
    text = docs.CONFIDENCE.read_text(encoding="utf-8")
    assert text.index(docs.RELIABILITY.begin) < text.index(docs.RELIABILITY.end)
    assert f"]({docs.DIAGRAM})" in text


def test_the_diagram_is_sound_and_always_the_same() -> None:
    drawn = diagram({"Hard & long": bins(READS), "None": bins([])})
    assert drawn == diagram({"Hard & long": bins(READS), "None": bins([])})
    root = etree.fromstring(drawn.encode())
    space = {"s": "http://www.w3.org/2000/svg"}
    assert len(root.findall("s:g", space)) == 2
    assert len(root.findall(".//s:circle", space)) == 3
    assert "0.50 at 0.36 (2)" in (root.findtext("s:desc", namespaces=space) or "")
    wide, high = (float(root.get(name) or 0) for name in ("width", "height"))
    shapes = [*root.iterfind(".//s:circle", space), *root.iterfind(".//s:rect", space)]
    for shape in shapes:
        x, y = (float(shape.get(name) or shape.get(f"c{name}") or 0) for name in "xy")
        assert 0 <= x <= wide
        assert 0 <= y <= high


def test_a_point_lies_where_confidence_and_share_right_meet() -> None:
    drawn = diagram({"One": [Bin(0.5, 0.6, 4, 0.5, 1.0)]})
    assert '<circle cx="110.0" cy="0.0"' in drawn
    assert "<polyline" not in drawn
