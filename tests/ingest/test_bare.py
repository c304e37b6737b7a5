"""A page's bare words hold all that an extraction finds: no page is set aside that has a claim."""

import pytest
from bench.accuracy.corpus import gold_of

from foedus.ingest.bare import bare
from foedus.ingest.html import read_html
from foedus.ingest.options import Metadata
from foedus.reader.read import READABLE
from foedus.reader.sieve import Sieve
from tests.ingest.pages import page_of

CHARSETS = {"ru": "cp1251", "fr": "cp1252", "en": "utf-8"}


@pytest.mark.parametrize("lang", sorted(READABLE))
def test_what_an_extraction_finds_is_let_through_before_it(lang: str) -> None:
    sieve = Sieve.load(READABLE)
    golds = [gold for gold in gold_of("dev", READABLE) if gold.lang == lang][:25]
    through = 0
    for seed, gold in enumerate(golds):
        raw = page_of(gold.text, seed, CHARSETS[lang])
        extracted = read_html(raw, gold.id, Metadata()).text
        if sieve.lets_through(extracted):
            through += 1
            assert sieve.lets_through(bare(raw.decode(CHARSETS[lang]))), gold.id
    assert through > 20


def test_marks_inside_a_word_do_not_part_it_and_blocks_do() -> None:
    assert bare("<p>liv<b>r</b>&eacute;</p><p>hier<br>soir</p>").split() == ["livré", "hier", "soir"]
    assert bare("<div>Paris</div><div>dort</div>").split("\n\n") == ["", "Paris", "", "dort", ""]


def test_a_line_of_the_source_ends_nothing_and_soft_hyphens_vanish() -> None:
    assert bare("<p>Warsaw\nbought&nbsp;how&shy;itzers</p>").strip("\n") == "Warsaw bought\xa0howitzers"


def test_what_the_head_states_and_linked_data_say_is_held() -> None:
    page = (
        '<meta property="og:title" content="A &quot;deal&quot;">'
        '<script type="application/ld+json">{"a": [{"articleBody": "<p>All</p><p>of it</p>"}], "n": 1}</script>'
        "<script>hidden()</script><style>p {}</style><!-- hidden --><noscript>shown</noscript>"
    )
    assert bare(page).split() == ["shown", "A", '"deal"', "All", "of", "it"]


def test_a_script_of_linked_data_that_is_no_json_is_held_as_it_stands() -> None:
    assert "Warsaw bought" in bare('<script type="application/ld+json">{"a": "Warsaw bought",}</script>')
