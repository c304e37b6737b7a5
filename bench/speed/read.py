"""Speed and memory of reading: `python -m bench.speed.read` from the repository's root.

The yardstick is spaCy's blank tokenizer over the same documents in the same run: compare ratios, not seconds. One core,
if the libraries are told so (`OMP_NUM_THREADS=1`): seconds are those of the processor, all threads together.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from bench.accuracy.corpus import LANGS, ROOT, gold_of
from bench.accuracy.reading import load_reader
from bench.accuracy.report import Table
from bench.speed.child import Measured, Prepare, Spent, Work, measure
from foedus.ingest.sources import read_sources
from foedus.model.document import Document, make_document
from foedus.model.errors import FoedusError, InputError

YARDSTICK = "blank tokenizer"
PAGE = ROOT / "docs" / "speed.md"
_WORDS = """# How fast Foedus reads

Written by `OMP_NUM_THREADS=1 python -m bench.speed.read --write-docs`: the dev part of the project's own corpus, where
every document is relevant and every sentence is parsed, in one process, one document after the other. A document counts
200 words, as spaces part them. Compare the ratios; the seconds are those of one machine's processor, and what is loaded
at the first documents of a language counts as load.

Before parsing, one pass finds names and military words (`python -m bench.speed.scan`), and the words of sentences that
have a name are looked up in the lexicon. A document without the words of a unit that is not weak beside a name in one
sentence is not parsed (in Russian no name is asked for). No core claim of the training part's gold lies in a document
that is so set aside. What deciding costs on given parses: `python -m bench.speed.said`.

Half of the time and more is the parser, and most of that the products of its recurrent layers, which read a document's
sentences together, a word of each at a step. Eleven sentences are few for a processor: many documents at once take a
third less there.
"""


def blank_tokenizers() -> Work:
    """spaCy's rule tokenizer of each language, with nothing behind it."""
    import spacy  # noqa: PLC0415 - loading is part of what is measured

    by_lang = {lang: spacy.blank(lang) for lang in LANGS}
    return lambda document: by_lang.get(document.lang, by_lang["en"])(document.text)


def whole_reader() -> Work:
    """The project's reader, with all that it loads."""
    return load_reader().read


SUBJECTS: dict[str, Prepare] = {YARDSTICK: blank_tokenizers, "reader": whole_reader}


def dev_documents(most: int | None) -> list[Document]:
    """The dev part of the corpus; the first documents of each language in turn where a limit is given."""
    golds = gold_of("dev")
    if most:
        share = -(-most // len(LANGS))
        golds = [gold for lang in LANGS for gold in [one for one in golds if one.lang == lang][:share]][:most]
    return [make_document(gold.text, lang=gold.lang, published=gold.published) for gold in golds]


def folder_documents(folder: Path, most: int | None) -> list[Document]:
    """What a user's folder holds."""
    items = read_sources([str(folder)])
    found = [item.result for item in items if isinstance(item.result, Document)]
    if not found:
        raise InputError(f"{folder}: no document could be read there; name a folder with reports")
    return found[:most]


def table(measured: Sequence[Measured]) -> Table:
    """Speed and memory, each also as a ratio to the yardstick."""
    yard = next(one for one in measured if one.name == YARDSTICK)
    rows = [
        (
            one.name,
            *(f"{one.by_lang[lang].per_second:.1f}" for lang in yard.by_lang),
            f"{one.all.characters / one.all.seconds / 1000:.0f}",
            f"{one.all.seconds / yard.all.seconds:.1f}",
            f"{one.load_seconds:.1f}",
            f"{one.peak_mib:.0f}",
            f"{one.peak_mib / yard.peak_mib:.1f}",
        )
        for one in measured
    ]
    of_langs = [f"{lang} docs/s" for lang in yard.by_lang]
    columns = ("", *of_langs, "kchar/s", "time ×", "load s", "peak MiB", "memory ×")
    title = f"{yard.all.documents} documents, {yard.all.words} words, {yard.all.characters} characters, one process"
    return Table(title, columns, rows)


def steps(measured: Measured) -> Table:
    """The share of time by step, in percent, and what that is for a document of 200 words in milliseconds."""
    spent = measured.by_lang
    names = next(iter(spent.values())).steps
    rows = [
        (name, *(cell for one in spent.values() for cell in (f"{100 * one.steps[name]:.0f}", _ms(one, name))))
        for name in names
    ]
    columns = ("", *(cell for lang in spent for cell in (f"{lang} %", f"{lang} ms")))
    return Table(f"{measured.name}: share of time by step, and milliseconds a document", columns, rows)


def _ms(spent: Spent, step: str) -> str:
    return f"{1000 * spent.steps[step] / spent.per_second:.1f}"


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print the table, and write JSON where asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.speed.read", description=__doc__)
    parser.add_argument("--folder", type=Path, help="read the reports of this folder instead of the dev part")
    parser.add_argument("--most", type=int, metavar="N", help="no more than N documents")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write what was measured")
    parser.add_argument("--write-docs", action="store_true", help="write the table into docs/speed.md")
    parser.add_argument("--only-yardstick", action="store_true", help="without the reader")
    options = parser.parse_args(argv)
    try:
        documents = folder_documents(options.folder, options.most) if options.folder else dev_documents(options.most)
        names = [YARDSTICK] if options.only_yardstick else list(SUBJECTS)
        measured = [measure(name, SUBJECTS[name], documents) for name in names]
    except FoedusError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code
    tables = [table(measured), *(steps(one) for one in measured if one.name != YARDSTICK)]
    print("\n\n".join(one.plain() for one in tables))
    if options.write_docs:
        PAGE.write_text("\n".join([_WORDS, *(f"{one.markdown()}\n" for one in tables)]), encoding="utf-8")
    if options.json:
        options.json.write_bytes(msgspec.json.format(msgspec.json.encode(measured), indent=1) + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
