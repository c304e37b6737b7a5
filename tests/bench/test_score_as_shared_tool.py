"""The scorer gives the numbers of the tool it was written after, on the whole corpus with faulty answers.

Runs where that tool lies beside the repository; the rules themselves are tested on cases of their own elsewhere.
"""

import contextlib
import importlib.util
import io
import json
import random
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from bench.accuracy.corpus import gold_of

from foedus.learning.scoring.gold import GoldClaim, GoldDocument
from foedus.learning.scoring.matching import UNJUDGED_TYPES
from foedus.learning.scoring.tally import Tally, score, tally
from foedus.model.claim import Claim, Cue, Evidence, Filler, ReaderMark
from foedus.model.claim_json import to_json
from foedus.model.document import make_document
from foedus.model.vocabulary import TYPES

TOOL = Path(__file__).parents[3] / "shared" / "tools" / "score.py"
pytestmark = pytest.mark.skipif(not TOOL.is_file(), reason="the tool is not beside the repository")


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_score", TOOL)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def cases() -> list[tuple[GoldDocument, list[Claim]]]:
    chance = random.Random(7)  # noqa: S311 - faults, not secrets
    golds = [_with_alternatives(gold, chance) for gold in (*gold_of("train"), *gold_of("dev"))]
    return [(gold, _answers(gold, chance)) for gold in golds]


def test_every_figure_is_the_tools(
    tool: ModuleType, cases: list[tuple[GoldDocument, list[Claim]]], tmp_path: Path
) -> None:
    theirs = _their_lines(tool, cases, tmp_path)
    ours = tally([score(gold, claims) for gold, claims in cases])
    assert {lang: _our_line(sums) for lang, sums in ours.items()} == theirs
    assert set(theirs) == {"fr", "en", "ru", "all"}
    assert ours["all"].broken > 10
    assert 0.2 < ours["all"].figures()["core_f1"] < 0.9


def _with_alternatives(gold: GoldDocument, chance: random.Random) -> GoldDocument:
    claims = []
    for claim in gold.claims:
        stages = TYPES[claim.type].stages  # type: ignore[index]
        more = (chance.choice(stages),) if chance.random() < 0.2 else ()
        judged = claim.type not in UNJUDGED_TYPES  # the tool knows no alternatives of the others
        types = (*claim.types, "agreement") if judged and chance.random() < 0.05 else claim.types
        claims.append(
            GoldClaim(
                types, (*claim.stages, *more), claim.polarities, claim.standings, claim.roles, claim.core, claim.trigger
            )
        )
    return GoldDocument(gold.id, gold.lang, gold.published, gold.text, tuple(claims))


def _answers(gold: GoldDocument, chance: random.Random) -> list[Claim]:
    made = []
    for number, claim in enumerate(gold.claims):
        for copy in range(chance.choice((0, 1, 1, 1, 2))):
            made.append(_answer(gold, claim, f"{number}-{copy}", chance))
    chance.shuffle(made)
    return made


def _answer(gold: GoldDocument, claim: GoldClaim, number: str, chance: random.Random) -> Claim:
    kind: Any = chance.choice(list(TYPES)) if chance.random() < 0.1 else claim.type
    spec = TYPES[kind]
    stage = claim.stages[0] if claim.stages[0] in spec.stages and chance.random() < 0.7 else chance.choice(spec.stages)
    roles = {}
    for role in spec.roles:
        fillers = [_filler(gold.text, answers, chance) for answers in claim.roles.get(role, ())]
        if chance.random() < 0.12:
            fillers = fillers[1:]
        if chance.random() < 0.1:
            fillers.append(Filler(chance.choice((None, "RUS", "s-400")), "x", "text", gold.text[:4], 0, 4))
        if fillers:
            roles[role] = tuple(fillers)
    start, end = claim.trigger or (0, 1)
    broken = chance.random() < 0.03
    return Claim(
        id=number,
        document=make_document(gold.text, lang=gold.lang).ref,
        type=kind,
        stage=stage,
        roles=roles,
        quantity=None,
        value=None,
        when=None,
        due=None,
        polarity=chance.choice(("affirmed", "affirmed", "negated")),
        certainty="certain",
        standing=chance.choice(("stated", "attributed", "rumoured", claim.standings[0])),  # type: ignore[arg-type]
        attribution=(),
        quoted=False,
        zone="body",
        evidence=(Evidence(0, len(gold.text), gold.text),),
        cues=(Cue("trigger", gold.text[start:end] + ("!" if broken else ""), start, end),),
        alternative=None,
        reader=ReaderMark("faults", "1", None),
    )


def _filler(text: str, answers: tuple[str, ...], chance: random.Random) -> Filler:
    words = answers[-1]
    start = text.find(words)
    end = start + len(words)
    if chance.random() < 0.2:
        end = min(len(text), end + chance.randrange(1, 90))
    entity = answers[0] if len(answers) > 1 and chance.random() < 0.8 else chance.choice((None, "FRA", "drone"))
    return Filler(entity, text[start:end], "text", text[start:end], start, end)


def _their_lines(
    tool: ModuleType, cases: list[tuple[GoldDocument, list[Claim]]], folder: Path
) -> dict[str, list[float]]:
    for gold, claims in cases:
        (folder / f"{gold.id}.json").write_text(json.dumps(_gold_file(gold)), encoding="utf-8")
        (folder / f"{gold.id}.txt").write_text(gold.text, encoding="utf-8")
        (folder / f"{gold.id}.jsonl").write_bytes(b"\n".join(to_json(claim) for claim in claims))
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        tool.main(folder, folder)
    lines = [line.split(maxsplit=1) for line in said.getvalue().splitlines() if " gold " in line]
    return {
        lang: [float(number) for number in re.findall(r"\d+(?:\.\d+)?", rest.replace("F1", ""))] for lang, rest in lines
    }


def _gold_file(gold: GoldDocument) -> dict[str, Any]:
    claims = [
        {
            "type": claim.type,
            "type_alt": claim.types[1:],
            "stage": claim.stages[0],
            "stage_alt": claim.stages[1:],
            "polarity": claim.polarities[0],
            "standing": claim.standings[0],
            "roles": claim.roles,
            "core": claim.core,
        }
        for claim in gold.claims
    ]
    return {"id": gold.id, "lang": gold.lang, "published": gold.published, "claims": claims}


def _our_line(sums: Tally) -> list[float]:
    f = sums.figures()
    shown = (f["soft_f1"], f["core_f1"], f["precision"], f["recall"])
    shares = (round(f["stage"], 2), round(f["standing_polarity"], 2))
    rest = (round(f["everything_f1"], 3), round(f["transfer_f1"], 3), sums.types["transfer"].gold)
    return [sums.gold, sums.predicted, *(round(figure, 3) for figure in shown), *shares, *rest]
