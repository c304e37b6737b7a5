"""The gold of names is sound, and the rules stay as good on it as they were."""

import pytest
from bench.language.names import KINDS, LANGS, PARTS, gold, predicted, rows

from foedus.model.errors import FoedusError


@pytest.mark.parametrize("lang", LANGS)
def test_gold_has_passages_and_names_enough(lang: str) -> None:
    passages = [passage for part in PARTS for passage in gold(lang, part)]
    assert all(len(gold(lang, part)) >= 35 for part in PARTS)
    assert sum(len(passage.names) for passage in passages) >= 150
    assert {span.kind for passage in passages for span in passage.names} == set(KINDS)
    assert len({passage.text for passage in passages}) == len(passages)


@pytest.mark.parametrize("lang", LANGS)
def test_gold_spans_are_words_in_order(lang: str) -> None:
    for passage in (passage for part in PARTS for passage in gold(lang, part)):
        reached = 0
        for span in passage.names:
            words = passage.text[span.start : span.end]
            assert reached <= span.start < span.end
            assert words == words.strip()
            reached = span.end


def test_rules_keep_their_level_on_held_out_passages() -> None:
    figures = {(row.lang, row.system): row for row in rows(["test"]) if row.kind == "all"}
    for lang in LANGS:
        alone, both = figures[lang, "gazetteer"], figures[lang, "gazetteer + rules"]
        assert both.f1 > alone.f1
        assert both.precision >= 0.88
        assert both.recall >= 0.86


def test_the_gazetteers_own_names_are_counted_without_the_rules() -> None:
    spans = predicted("Emmanuel Macron est à Kidal.", "fr", "gazetteer")
    assert [span.kind for span in spans] == ["person", "place"]


def test_a_missing_part_is_an_error() -> None:
    with pytest.raises((FoedusError, FileNotFoundError)):
        gold("fr", "nowhere")
