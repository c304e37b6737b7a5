"""Reports that are set as PDF come out with their paragraphs whole: floors of bench.documents."""

import pytest
from bench.documents.pdf import paragraphs_of, score
from bench.documents.setting import WAYS, Way, set_pages

from foedus.ingest.pdf.parse import parse


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_paragraphs_come_out_whole(way: Way, lang: str) -> None:
    paragraphs = paragraphs_of(lang)
    raw = set_pages(paragraphs, way, "Times-Roman")
    found = score(lambda data: parse(data, "bench").body, raw, paragraphs)
    assert found.whole >= 0.96
    assert found.own >= 0.9
