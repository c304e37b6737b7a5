"""Entity files → the tables that are read at run time: `python -m foedus.gazetteer.compile`."""

import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from foedus.gazetteer.compiling import families, heads, spellings, titles
from foedus.gazetteer.compiling.gather import aliases_of
from foedus.gazetteer.compiling.records import to_entity
from foedus.gazetteer.compiling.rows import fold_all, to_rows
from foedus.gazetteer.source import Entry, folder, read_all
from foedus.gazetteer.table import TITLE_HEADER, write
from foedus.model.errors import DataError, UsageError


def compile_into(directory: Path, entries: list[Entry]) -> None:
    """Writes what is generated into a folder: aliases.tsv, titles.tsv, entities.json."""
    directory.mkdir(parents=True, exist_ok=True)
    own = [alias for entry in entries for alias in aliases_of(entry)]
    named = [*own, *families.aliases(own, entries)]
    folded = fold_all([*named, *spellings.aliases(named)])
    write(directory / "aliases.tsv", to_rows(folded, entries, list(heads.rows())))
    kinds = {entry.key: entry.kind for entry in entries}
    words = titles.words_of_states(folded)
    offices = [line for entry in entries if entry.kind == "office" for line in titles.rows(entry, kinds, words)]
    (directory / "titles.tsv").write_text("\n".join([TITLE_HEADER, *sorted(offices)]) + "\n", "utf-8")
    records = [msgspec.json.encode(to_entity(entry)).decode("utf-8") for entry in sorted(entries, key=_by_key)]
    (directory / "entities.json").write_text("[\n" + ",\n".join(records) + "\n]\n", "utf-8")


def with_own(own: Path) -> list[Entry]:
    """The shipped entries with an analyst's own added; one of his replaces the shipped one of the same key."""
    added = read_all(own)
    replaced = {entry.key for entry in added}
    return [entry for entry in read_all() if entry.key not in replaced] + added


def _by_key(entry: Entry) -> str:
    return entry.key


def main(arguments: Sequence[str]) -> int:
    """Compiles the shipped files in their place, or OWN and the shipped files together into OUT."""
    if len(arguments) not in (0, 2):
        print("usage: python -m foedus.gazetteer.compile [OWN_FOLDER OUT_FOLDER]", file=sys.stderr)
        return UsageError.exit_code
    try:
        entries = with_own(Path(arguments[0])) if arguments else read_all()
        compile_into(Path(arguments[1]) if arguments else folder() / "compiled", entries)
    except DataError as error:
        print(error, file=sys.stderr)
        return DataError.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
