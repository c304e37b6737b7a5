"""What the pipelines cost: `python -m bench.language.resources`: load time, memory, speed and size.

Each figure is taken in a fresh process of one thread: the time until the first parse is there, from the interpreter's
start; the resident memory with every language loaded; words a second, tokens and lemmas included.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench.speed.child import peak_mib
from foedus.language import pipelines
from foedus.language.knowledge import pipeline_folder
from foedus.language.lemmas import FILE as LEMMAS
from foedus.language.network_pipeline import FILE as NETWORK
from foedus.language.paragraphs import paragraphs
from foedus.language.sentences import split

CORPUS = Path(__file__).parents[2] / "training" / "corpus"
_WORDS = 20_000
_ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")


class Cost(NamedTuple):
    """One pipeline: seconds to the first parse, words a second, bytes of its network and of its lemma table."""

    lang: str
    seconds: float
    words_per_second: float
    network: int
    lemmas: int


def costs() -> list[Cost]:
    """Of every language's pipeline."""
    found = []
    for lang in pipelines.languages():
        started = time.perf_counter()
        told = _child("first", lang)
        seconds = time.perf_counter() - started - told["after"]
        sizes = [file.stat().st_size for name in (NETWORK, LEMMAS) if (file := _folder(lang) / name).is_file()]
        found.append(Cost(lang, seconds, told["pace"], sizes[0], sum(sizes[1:])))
    return found


def _folder(lang: str) -> Path:
    return Path(str(pipeline_folder(lang)))


def memory() -> float:
    """Megabytes resident with the pipeline of every language loaded and used."""
    return _child("all", "")["megabytes"]


def _child(*arguments: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "bench.language.resources", "--child", *arguments],
        env={**os.environ, **_ONE_THREAD},
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, float] = json.loads(done.stdout)
    return told


def _texts(lang: str) -> Iterator[str]:
    """Reports of the corpus's teaching part."""
    for path in sorted((CORPUS / lang).glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))["text"]


def _parse(lang: str, most: int) -> float:
    """Words a second over reports of that many words, none read before, as a reader gives them: report by report."""
    pipeline = pipelines.load(lang)
    seen, spent = 0, 0.0
    for text in _texts(lang):
        spans = [span for start, end in paragraphs(text) for span in split(text, start, end, lang)]
        started = time.process_time()
        parsed = pipeline.parse(text, spans)
        spent += time.process_time() - started
        seen += sum(len(sentence) for sentence in parsed)
        if seen >= most:
            break
    return seen / spent


def _measured(what: str, lang: str) -> dict[str, float]:
    if what == "all":
        for each in pipelines.languages():
            _parse(each, 1)
        return {"megabytes": peak_mib()}
    pipelines.load(lang).parse("Paris.", [(0, 6)])
    loaded = time.perf_counter()
    pace = _parse(lang, _WORDS)
    return {"pace": pace, "after": time.perf_counter() - loaded}


def main() -> None:
    """Command line."""
    if sys.argv[1:2] == ["--child"]:
        print(json.dumps(_measured(*sys.argv[2:])))
        return
    for cost in costs():
        size = (cost.network + cost.lemmas) / 1e6
        print(f"{cost.lang}: {cost.seconds:.2f} s, {cost.words_per_second:,.0f} words/s, {size:.1f} MB")
    print(f"all languages: {memory():.0f} MB")


if __name__ == "__main__":
    main()
