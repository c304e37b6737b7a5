"""Triggers and stages: own-worded documents through the real decider, and the rules by which they are counted."""

import json
from pathlib import Path

import pytest
from bench.accuracy import docs
from bench.accuracy.said import __main__ as command
from bench.accuracy.said.construction import (
    ACTIVE,
    INFINITIVE,
    NOUN,
    PARTICIPLE,
    PASSIVE,
    SUPPORTED,
    UNREAD,
)
from bench.accuracy.said.count import alarms, count, near_misses
from bench.accuracy.said.hearing import Claimed, Ear, Heard, Trigger, Words
from bench.accuracy.said.losses import as_line, losses
from bench.accuracy.said.pairing import pair
from bench.accuracy.said.tables import tables
from bench.accuracy.said.unrelated import unrelated

from foedus.learning.corpus.format import Anchor, CorpusClaim, CorpusDocument
from foedus.model.errors import DataError
from foedus.model.vocabulary import ClaimType

LEAST_ARTICLES = 50
WORDS = range(60, 121)


def told(
    text: str, *claims: tuple[ClaimType, str, str], lang: str = "en", style: str = "own", core: bool = True
) -> CorpusDocument:
    """A document whose claims are given by type, stage and trigger."""
    made = (
        CorpusClaim(kind, stage, Anchor(words, 1), {}, "affirmed", "certain", "stated", core)
        for kind, stage, words in claims
    )
    return CorpusDocument("own", True, lang, "2022-05-19", style, text, tuple(made))


def trigger(claim_type: str, at: int, *, core: bool = True, stages: str = "delivered") -> Trigger:
    """A gold trigger of one word of the first sentence, at which nothing stands."""
    words = Words(0, frozenset({at}), at)
    return Trigger(words, claim_type, frozenset(stages.split()), core, ACTIVE, (at, at + 1), None)


def claimed(claim_type: str, at: int, probability: float = 0.9, stage: str = "delivered") -> Claimed:
    """A claimed trigger of one word of the first sentence."""
    return Claimed(Words(0, frozenset({at}), at), claim_type, stage, probability, ACTIVE, (at, at + 1))


@pytest.fixture(scope="module")
def ear() -> Ear:
    return Ear()


def test_a_plain_delivery_is_heard_with_type_and_stage(ear: Ear) -> None:
    text = "Denmark delivered twelve tanks to Latvia. The two ministers then had lunch."
    heard = ear.hear(told(text, ("transfer", "delivered", "delivered")))
    [gold] = heard.triggers
    assert gold.core
    assert gold.offered is not None
    assert gold.offered.type == "transfer"
    figures = count([heard]).by_lang["en"].figures()
    assert figures["trigger_f1"] == figures["unit_hits"] == figures["stage"] == 1.0
    assert list(losses(heard)) == []


def test_what_no_unit_of_the_type_hits_is_missed_for_that_reason(ear: Ear) -> None:
    heard = ear.hear(told("Denmark delivered twelve tanks to Latvia.", ("exercise", "held", "twelve")))
    held = count([heard]).by_lang["en"]
    assert (held.gold, held.offered, held.found) == (1, 0, 0)
    assert next((loss.kind, loss.reason) for loss in losses(heard)) == ("missed", "no unit")
    assert held.claimed - held.right == len(heard.claimed)


def test_two_claims_of_a_type_on_one_span_are_one_trigger_and_either_stage_counts(ear: Ear) -> None:
    text = "Denmark delivered twelve tanks to Latvia."
    both = told(text, ("transfer", "delivered", "delivered"), ("transfer", "ordered", "delivered"))
    [gold] = ear.hear(both).triggers
    assert gold.stages == {"delivered", "ordered"}
    assert count([ear.hear(both)]).by_lang["en"].stage == 1


def test_a_trigger_that_is_not_core_counts_neither_way(ear: Ear) -> None:
    text = "Denmark delivered twelve tanks to Latvia."
    heard = ear.hear(told(text, ("transfer", "delivered", "delivered"), core=False))
    held = count([heard]).by_lang["en"]
    assert (held.gold, held.claimed) == (0, 0)


def test_types_never_core_are_neither_wanted_nor_claimed(ear: Ear) -> None:
    heard = ear.hear(told("The Danish minister met his Latvian colleague.", ("meeting", "held", "met")))
    assert not any(one.core for one in heard.triggers)
    assert all(one.type != "meeting" for one in heard.claimed)


@pytest.mark.parametrize(
    ("lang", "text", "words", "shape"),
    [
        ("en", "Denmark delivered tanks to Latvia.", "delivered", ACTIVE),
        ("en", "Denmark will deliver tanks to Latvia.", "deliver", ACTIVE),
        ("en", "Tanks were delivered to Latvia.", "delivered", PASSIVE),
        ("en", "Denmark decided to deliver tanks to Latvia.", "deliver", INFINITIVE),
        ("en", "The delivery of tanks to Latvia begins in May.", "delivery", NOUN),
        ("fr", "Le Danemark prévoit de livrer des chars à la Lettonie.", "livrer", INFINITIVE),
        ("fr", "Les chars livrés en mai à la Lettonie sont vieux.", "livrés", PARTICIPLE),
        ("fr", "Des chars ont été livrés à la Lettonie.", "livrés", PASSIVE),
        ("fr", "L'armée danoise a mené des frappes sur un port de Lettonie.", "frappes", SUPPORTED),
        ("ru", "Дания поставила Латвии двенадцать танков.", "поставила", ACTIVE),
        ("ru", "Поставленные в мае танки уже стары.", "Поставленные", PARTICIPLE),
        ("ru", "Дания осуществила поставку танков.", "поставку", SUPPORTED),
    ],
)
def test_the_construction_is_told_from_the_parse(ear: Ear, lang: str, text: str, words: str, shape: str) -> None:
    [gold] = ear.hear(told(text, ("transfer", "delivered", words), lang=lang)).triggers
    assert gold.construction == shape


def test_a_trigger_in_a_paragraph_that_is_not_read_is_lost_by_its_own_name(ear: Ear) -> None:
    heard = ear.hear(told("Danmark har leveret tolv kampvogne.", ("transfer", "delivered", "leveret"), lang="da"))
    [gold] = heard.triggers
    assert gold.construction == UNREAD
    assert [loss.reason for loss in losses(heard)] == ["unread"]


def test_pairs_are_one_to_one_and_a_second_claim_is_wrong() -> None:
    one, two = claimed("transfer", 1, 0.9), claimed("transfer", 1, 0.6)
    paired = pair([trigger("transfer", 1)], [two, one])
    assert [(got.probability) for _, got in paired.found] == [0.9]
    assert paired.wrong == [two]


def test_a_claim_of_another_type_is_wrong_and_its_trigger_missed() -> None:
    gold = trigger("transfer", 1)
    paired = pair([gold], [claimed("agreement", 1)])
    assert paired.missed == [gold]
    assert [one.type for one in paired.wrong] == ["agreement"]


def test_a_core_trigger_is_answered_before_one_that_is_not() -> None:
    core, other = trigger("transfer", 1), trigger("transfer", 1, core=False)._replace(span=(1, 9))
    paired = pair([other, core], [claimed("transfer", 1)])
    assert [gold for gold, _ in paired.found] == [core]
    assert paired.wrong == []


def test_a_wrong_stage_is_a_loss_of_its_own_and_lowers_only_the_stage() -> None:
    document = told("Arland delivered tanks.")
    heard = Heard(document, (trigger("transfer", 1),), (claimed("transfer", 1, stage="ordered"),))
    figures = count([heard]).by_lang["all"].figures()
    assert (figures["trigger_f1"], figures["stage"]) == (1.0, 0.0)
    assert [(loss.kind, loss.got) for loss in losses(heard)] == [("stage", "transfer ordered")]


def test_false_alarms_count_documents_and_triggers() -> None:
    near = told("Nothing of the kind was told.", style="near-miss")
    loud = Heard(near, (), (claimed("transfer", 1), claimed("attack", 3)))
    heard = [loud, Heard(near, (), ()), Heard(told("Another style."), (), (claimed("attack", 1),))]
    sums = alarms(near_misses(heard))["en"]
    assert (sums.documents, sums.alarmed, sums.triggers) == (2, 1, 2)
    shown = tables(count(heard), {"en": sums}, {})
    assert shown[-1].rows == [("near-miss without a claim, en", "2", "1", "2", "1.000")]


@pytest.mark.parametrize("lang", ["fr", "en", "ru"])
def test_unrelated_articles_are_many_short_and_each_their_own(lang: str) -> None:
    articles = unrelated([lang])
    assert len(articles) >= LEAST_ARTICLES
    assert len({article.id for article in articles}) == len({article.text for article in articles}) == len(articles)
    assert [article.id for article in articles if len(article.text.split()) not in WORDS] == []


def test_an_article_that_cannot_be_read_is_named_by_its_line(tmp_path: Path) -> None:
    (tmp_path / "fr.jsonl").write_text('{"id": "a"}\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"fr\.jsonl, line 1: not an article"):
        unrelated(["fr"], tmp_path)


def test_the_test_part_has_no_list_of_losses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--part", "test", "--misses", str(tmp_path / "losses.jsonl")]) == 2
    assert "stay unread" in capsys.readouterr().err
    assert not (tmp_path / "losses.jsonl").exists()


def test_tables_of_claims_and_of_what_is_said_stand_beside_each_other(tmp_path: Path) -> None:
    path = tmp_path / "accuracy.md"
    held = tables(count([Heard(told("Arland delivered tanks."), (trigger("transfer", 1),), ())]), {}, {})
    docs.write(held[:1], "claims", path)
    docs.write(held, "said", path, docs.SAID)
    docs.write(held[:1], "claims again", path)
    page = path.read_text(encoding="utf-8")
    assert page.count("**Triggers and stages**") == 2
    assert page.index(docs.CLAIMS.end) < page.index(docs.SAID.begin)
    assert "claims again" in page


def test_losses_are_json_lines(ear: Ear) -> None:
    heard = ear.hear(told("Denmark delivered twelve tanks to Latvia.", ("exercise", "held", "twelve")))
    line = json.loads(as_line(next(losses(heard))))
    assert (line["kind"], line["type"], line["lang"]) == ("missed", "exercise", "en")
    assert "⟦twelve⟧" in line["around"]
