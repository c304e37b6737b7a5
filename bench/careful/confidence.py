"""Fit how likely proven claims are right, and measure it: `python -m bench.careful.confidence`.

Recorded answers to the dev part are proven; a logistic regression over the signs of what is left says how likely type
and core roles are right. Each document is judged by a model that was fitted without it (five folds), beside
other ways to say it. The weights go into `data/careful/confidence.yaml`. With `--write-docs` the answers to the test
part are proven by them, and the tables written into docs/confidence.md; with `--check` nothing is written, and the
command fails where the file is not what comes out.
"""

import argparse
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import foedus
from bench.accuracy import docs
from bench.accuracy.confidence import at_thresholds, bins, calibration_error
from bench.accuracy.report import Table
from bench.careful import recorded
from bench.careful.parts import Part, cases
from bench.careful.recorded import Answered
from bench.careful.ways import Proof, compared
from foedus.asked.levels import default_level, sure_level
from foedus.careful.alike import is_alike, is_same
from foedus.careful.confidence import signs_of, surest
from foedus.careful.mark import reader_name
from foedus.careful.parse_answer import joined, parsed
from foedus.careful.proof import prove
from foedus.careful.proven import Proven
from foedus.learning.confidence import Signed, fitted, held_back
from foedus.learning.scoring.read import Read
from foedus.learning.scoring.tally import score
from foedus.model.claim import Claim
from foedus.reader.confidence import Confidence, Signs
from foedus.reader.read import Reader

OUT = Path(foedus.__file__).parent / "data" / "careful" / "confidence.yaml"
MARKERS = docs.Markers("<!-- careful: begin, written by the command below -->", "<!-- careful: end -->")
HEADER = """# How likely the core of a proven claim is right: a logistic model, fitted by
# `python -m bench.careful.confidence` on recorded answers of one model to the dev part.
# docs/confidence.md#proven-claims says what the signs are.
"""


def proofs(part: Part, reader: Reader) -> list[Proof]:
    """The recorded answers of a part, proven."""
    return [_proof(one, reader) for one in recorded.answered(cases(part), recorded.read(part))]


def _proof(one: Answered, reader: Reader) -> Proof:
    gold, document = one.case
    told = joined(parsed(answer) for answer in one.answers)
    proven = prove(document, one.numbered, told, reader, reader_name(one.model), one.codebook)
    scored = score(gold, proven.claims)
    full = {pair.claim for pair in scored.pairs if pair.full}
    beside = {pair.claim for pair in scored.pairs if not gold.claims[pair.gold].core}
    right = {claim.id: n in full for n, claim in enumerate(scored.claims) if n not in beside}
    signs = {claim.id: signs_of(claim, document, proven.claims, proven.own.claims) for claim in proven.claims}
    besides = {claim.id: _besides(claim, document.lang, proven) for claim in proven.claims}
    return Proof(Signed(Read(gold, proven.claims), signs, right), besides)


def _besides(claim: Claim, lang: str, proven: Proven) -> Mapping[str, Signs]:
    other = surest(other for other in proven.own.claims if is_same(claim, other) and not is_alike(claim, other))
    mended = proven.mended.get(claim.id, ())
    core = [filler for role in claim.roles for filler in claim.fillers(role)]
    return {
        "both readers or one": {claim.reader.rule or "": 1.0},
        "how sure the built-in reader is of another core": {"other core": other},
        "further sentences that make it": {"further sentences": float(len(claim.evidence) - 1)},
        "type": {f"type {claim.type}": 1.0},
        "zone": {f"zone {claim.zone}": 1.0},
        "language": {f"lang {lang}": 1.0},
        "how much proof mended": {"mended": math.log1p(len(mended))},
        "words without entity": {"words without entity": float(sum(filler.entity is None for filler in core))},
    }


def written(model: Confidence) -> str:
    """The weights as YAML, in order."""
    lines = [f"  {name}: {weight}\n" for name, weight in sorted(model.weights.items())]
    return "".join([HEADER, f"bias: {model.bias}\nweights:\n", *lines])


def tables(title: str, reads: Sequence[Read]) -> Iterator[Table]:
    """What the levels hold, how far the confidence is off by language, and the bins."""
    named = {"all": 0.0, "default": default_level(), "sure": sure_level()}
    rows = [
        (
            f"{name} (≥ {level:.2f})",
            str(one.claims),
            *(f"{figure:.3f}" for figure in (one.precision, one.recall, one.f1)),
        )
        for name, level in named.items()
        for one in at_thresholds(reads, [level])
    ]
    yield Table(f"{title}: levels", ("level", "claims", "P", "R", "core-F1"), rows)
    found = bins(reads)
    cells = [
        (f"{one.low:.1f}–{one.high:.1f}", str(one.claims), f"{one.sure:.2f}", f"{one.right:.2f}")
        for one in found
        if one.claims
    ]
    columns = ("confidence", "claims", "mean", "right")
    yield Table(f"{title}: reliability by bin, calibration error {calibration_error(reads):.3f}", columns, cells)


def main(argv: Sequence[str] | None = None) -> int:
    """0 where all is well; with --check 1 where the weights are not those that come out."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.careful.confidence",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the weights are others")
    parser.add_argument("--write-docs", action="store_true", help="write the tables into docs/confidence.md")
    options = parser.parse_args(argv)
    reader = Reader.load()
    some = proofs("dev", reader)
    signed = [one.signed for one in some]
    text = written(fitted(signed))
    if options.check:
        same = OUT.read_text(encoding="utf-8") == text
        print("the weights are those of the recorded answers" if same else f"{OUT.name} is to be fitted anew")
        return 0 if same else 1
    OUT.write_text(text, encoding="utf-8")
    made = [compared(some), *tables("Dev part", held_back(signed))]
    if options.write_docs:
        made += tables("Test part", [one.signed.read for one in proofs("test", reader)])
        source = "`python -m bench.careful.confidence --write-docs` writes these tables."
        docs.write(made, source, docs.CONFIDENCE, MARKERS)
    print("\n\n".join(table.plain() for table in made))
    return 0


if __name__ == "__main__":
    sys.exit(main())
