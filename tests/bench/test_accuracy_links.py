"""Links given triggers: own-worded documents through the real linker, and the rules by which they are counted."""

import json
from pathlib import Path
from typing import get_args

import pytest
from bench.accuracy import floors, pinning
from bench.accuracy.corpus import SOURCES, Source, corpus_sha256, files_of
from bench.accuracy.links import __main__ as command
from bench.accuracy.links.count import count
from bench.accuracy.links.given import given
from bench.accuracy.links.judging import Answer, Answered, Role, Wanted, answered
from bench.accuracy.links.kinds import AHEAD, BACK, FARTHER, SAME, UNREAD, distance_of, kind_of
from bench.accuracy.links.losses import as_line, losses
from bench.accuracy.links.tables import tables

from foedus.gazetteer.scanner import Scanner
from foedus.learning.corpus.format import Anchor, CorpusClaim, CorpusDocument, CorpusFiller
from foedus.learning.corpus.split import Part, part_of
from foedus.learning.scoring import matching
from foedus.model.claim import Filler
from foedus.model.vocabulary import ClaimType, Via
from foedus.reader.linker.model import load_model

Given = dict[str, list[tuple[str | None, str]]]


def told(text: str, *claims: tuple[ClaimType, str, str, Given], lang: str = "en") -> CorpusDocument:
    """A document whose claims are given by type, stage, trigger and fillers (key and words)."""
    made = (
        CorpusClaim(
            kind,
            stage,
            Anchor(words, 1),
            {
                role: tuple(CorpusFiller(Anchor(some, 1), key) for key, some in fillers)
                for role, fillers in roles.items()
            },
            "affirmed",
            "certain",
            "stated",
            core=True,
        )
        for kind, stage, words, roles in claims
    )
    return CorpusDocument("own", True, lang, "2022-05-19", "own", text, tuple(made))


def read(document: CorpusDocument) -> Answered:
    """The document linked by the shipped model."""
    return answered(load_model(), given(Scanner.load(), document))


def filler(entity: str | None, text: str, via: Via | None = None) -> Filler:
    return Filler(entity, text, "state", text, 0, len(text), via)


def wanted(entity: str, found: Filler | None = None, kind: str = "name", *, offered: bool = True) -> Wanted:
    return Wanted((entity, entity), kind, SAME, offered, found)


def of_roles(*roles: Role) -> Answered:
    """A document with one event."""
    event = Answer("transfer", "delivered", "They ⟦delivered⟧ it.", roles)
    return Answered(CorpusDocument("own", True, "en", None, "own", "They delivered it.", ()), (event,))


@pytest.mark.parametrize(
    ("lang", "text", "words", "fillers"),
    [
        ("en", "Denmark delivered twelve tanks to Latvia.", "delivered", ("Denmark", "Latvia", "tanks")),
        ("fr", "Le Danemark a livré douze chars à la Lettonie.", "livré", ("Danemark", "Lettonie", "chars")),
        ("ru", "Дания поставила Латвии двенадцать танков.", "поставила", ("Дания", "Латвии", "танков")),
    ],
)
def test_a_plain_delivery_is_linked_whole(lang: str, text: str, words: str, fillers: tuple[str, str, str]) -> None:
    supplier, recipient, item = fillers
    roles: Given = {"supplier": [("DNK", supplier)], "recipient": [("LVA", recipient)], "item": [(None, item)]}
    one = read(told(text, ("transfer", "delivered", words, roles), lang=lang))
    [event] = one.events
    assert event.is_right
    assert f"⟦{words}⟧" in event.said
    assert count([one]).figures()[lang] == {"link_f1": 1.0, "link_ceiling": 1.0, "link_whole": 1.0}
    assert list(losses(one)) == []


def test_who_stands_nowhere_in_the_text_is_no_candidate() -> None:
    document = told("Tanks were delivered to Latvia.", ("transfer", "delivered", "delivered", {}))
    [claim] = document.claims
    absent = CorpusFiller(Anchor("Tanks", 1), "DNK")
    document = CorpusDocument(
        "own",
        True,
        "en",
        None,
        "own",
        document.text,
        (
            CorpusClaim(
                claim.type, claim.stage, claim.trigger, {"supplier": (absent,)}, "affirmed", "certain", "stated", True
            ),
        ),
    )
    one = read(document)
    held = count([one]).fillers["en"]
    assert (held.gold, held.offered, held.found) == (1, 0, 0)
    assert "no candidate" in {loss.reason for loss in losses(one) if loss.loss == "missing"}


def test_claims_on_one_trigger_are_one_event_and_their_common_party_one_filler() -> None:
    text = "Denmark delivered tanks to Latvia and drones to Estonia."
    first: Given = {"supplier": [("DNK", "Denmark")], "recipient": [("LVA", "Latvia")]}
    second: Given = {"supplier": [("DNK", "Denmark")], "recipient": [("EST", "Estonia")]}
    claims: list[tuple[ClaimType, str, str, Given]] = [
        ("transfer", "delivered", "delivered", first),
        ("transfer", "delivered", "delivered", second),
    ]
    [event] = read(told(text, *claims)).events
    assert {role.name: len(role.wanted) for role in event.roles} == {"supplier": 1, "recipient": 2, "item": 0}


def test_a_trigger_in_a_paragraph_that_is_not_read_loses_its_fillers() -> None:
    roles: Given = {"supplier": [("DNK", "Danmark")]}
    one = read(told("Danmark har leveret tolv kampvogne.", ("transfer", "delivered", "leveret", roles), lang="da"))
    assert count([one]).by_distance["da", UNREAD].gold == 1
    assert [loss.reason for loss in losses(one)] == ["unread"]


def test_types_never_core_are_events_but_not_judged() -> None:
    text = "The ministers of Denmark and Latvia met in Riga on Thursday."
    assert read(told(text, ("meeting", "held", "met", {"participant": [("DNK", "Denmark")]}))).events == ()


def test_surplus_costs_as_in_the_scorer() -> None:
    known, other = filler("DNK", "Denmark"), filler("LVA", "Latvia")
    loose = [filler(None, "somebody"), filler(None, "somebody else")]
    right = matching.answer("transfer", "supplier", [("DNK",)], [other, known, *loose])
    assert right.found == [known]
    assert right.surplus == [other, loose[1]]
    assert matching.answer("deployment", "to", [("DNK",)], [known, other]).surplus == []
    assert matching.answer("control", "holder", [], [other]).surplus == []


def test_kinds_and_distances() -> None:
    assert [kind_of("metonym", "DNK"), kind_of(None, "DNK"), kind_of(None, None)] == [
        "metonym",
        "name",
        "words without a key",
    ]
    assert [distance_of(4, number) for number in (4, 3, 1, 5, None)] == [SAME, BACK, FARTHER, AHEAD, UNREAD]


def test_recall_goes_by_the_golds_kind_and_precision_by_the_linkers() -> None:
    found = filler("DNK", "its", "pronoun")
    role = Role("supplier", (wanted("DNK", found, "description"),), (found,), (), 0.8)
    counts = count([of_roles(role)])
    assert counts.by_kind["en", "description"].figures()["recall"] == 1.0
    assert counts.by_kind["en", "pronoun"].figures()["precision"] == 1.0
    assert counts.fillers["en"].figures()["link_f1"] == 1.0


def test_wrong_links_that_cost_nothing_are_told_beside_the_precision() -> None:
    phrase = filler(None, "next year")
    held = count([of_roles(Role("supplier", (wanted("DNK"),), (phrase,), (), 0.6))]).fillers["en"]
    assert (held.claimed, held.free, held.figures()["precision"]) == (0, 1, 0.0)


def test_empty_roles_are_counted_apart() -> None:
    wrong = filler("LVA", "Latvia")
    counts = count(
        [
            of_roles(
                Role("supplier", (wanted("DNK"),), (), (), 0.9),
                Role("recipient", (), (wrong,), (wrong,), 0.5),
                Role("item", (), (), (), 0.9),
            )
        ]
    )
    held = counts.empties["en"]
    assert (held.open, held.left_open, held.at_a_cost, held.filled, held.left_empty) == (2, 1, 1, 1, 1)
    assert counts.events["en"].whole == 0
    assert counts.fillers["en"].figures()["precision"] == 0.0


def test_each_loss_bears_its_reason() -> None:
    denmark, latvia, estonia = filler("DNK", "Denmark"), filler("LVA", "Latvia"), filler("EST", "Estonia")
    one = of_roles(
        Role("supplier", (wanted("LVA"), wanted("NOR", offered=False)), (denmark,), (denmark,), 0.7),
        Role("recipient", (wanted("LVA", latvia), wanted("FIN")), (latvia,), (), 0.9),
        Role("item", (), (estonia,), (estonia,), 0.4),
    )
    found = [(loss.loss, loss.role, loss.reason) for loss in losses(one)]
    assert found == [
        ("missing", "supplier", "in another role"),
        ("missing", "supplier", "no candidate"),
        ("surplus", "supplier", "instead"),
        ("missing", "recipient", "rest of a list"),
        ("surplus", "item", "role is open"),
    ]
    line = json.loads(as_line(next(losses(one))))
    assert (line["filler"], line["chosen"], line["share"]) == ("LVA=LVA", ["DNK=Denmark"], 0.7)


def test_tables_name_their_documents() -> None:
    found = filler("DNK", "Denmark")
    shown = tables(count([of_roles(Role("supplier", (wanted("DNK", found),), (found,), (), 0.9))]), "everyday")
    assert all(table.title.endswith("everyday") for table in shown)
    assert shown[0].rows[0] == ("en", "1", "1", "1", "1", "0", "1.000", "1.000", "1.000", "1.000", "1.000")
    assert shown[4].rows == [("transfer.supplier", "1.00 (1)", "1.00 (1)", "1.00", "1.00", "1.00")]


@pytest.mark.parametrize("source", SOURCES)
def test_parts_of_both_sources_are_there_and_keep_apart(source: Source) -> None:
    parts = [{path.stem for path in files_of(part, source=source)} for part in get_args(Part)]
    assert all(parts)
    assert not parts[0] & parts[1] and not parts[1] & parts[2] and not parts[0] & parts[2]
    assert all(part_of(name) == "test" for name in parts[2])


def test_everyday_reports_have_floors_of_their_own() -> None:
    assert pinning.PATHS["corpus"] != pinning.PATHS["everyday"]
    assert corpus_sha256("test") != corpus_sha256("test", "everyday")
    held = floors.parse(floors.EVERYDAY_PATH.read_text(encoding="utf-8"), floors.EVERYDAY_PATH.name)
    assert held.part == "test"
    assert held.corpus_sha256 in ("", corpus_sha256("test", "everyday"))
    assert all(record.reason for record in held.lowered)


def test_floors_of_a_source_are_raised_and_lowered_in_its_own_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "floors_everyday.yaml"
    path.write_text("# Own words.\npart: test\ncorpus_sha256: ''\nfloors: {}\nlowered: []\n", encoding="utf-8")
    corpus = floors.PATH.read_bytes()
    monkeypatch.setattr(pinning, "PATHS", {**pinning.PATHS, "everyday": path})
    pinning.raise_("everyday", {"fr": {"link_f1": 0.617}})
    assert floors.parse(path.read_text(encoding="utf-8")).floors == {"fr": {"link_f1": 0.61}}
    pinning.lower("everyday", {"fr": {"link_f1": 0.5}}, "a stricter count")
    held = floors.parse(path.read_text(encoding="utf-8"))
    assert held.floors == {"fr": {"link_f1": 0.5}}
    assert [record.reason for record in held.lowered] == ["a stricter count"]
    assert held.corpus_sha256 == corpus_sha256("test", "everyday")
    assert floors.PATH.read_bytes() == corpus


def test_the_test_part_has_no_list_of_losses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--part", "test", "--misses", str(tmp_path / "losses.jsonl")]) == 2
    assert "stay unread" in capsys.readouterr().err
    assert not (tmp_path / "losses.jsonl").exists()


def test_a_folder_without_a_linker_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--model", str(tmp_path)]) != 0
    assert "no linker" in capsys.readouterr().err
