"""Entity files → the tables that are read at run time: `python -m foedus.gazetteer.compile`."""

import sys
from pathlib import Path

import msgspec

from foedus.gazetteer.build import heads, titles
from foedus.gazetteer.build.gather import aliases_of
from foedus.gazetteer.build.records import to_entity
from foedus.gazetteer.build.rows import to_rows
from foedus.gazetteer.source import Entry, folder, read_all
from foedus.gazetteer.table import Row, write


def make_rows(entries: list[Entry]) -> list[Row]:
    """The alias table of the entries."""
    aliases = [alias for entry in entries for alias in aliases_of(entry)]
    return to_rows(aliases, entries, list(heads.rows()))


def compile_into(directory: Path, entries: list[Entry]) -> None:
    """Writes what is generated into a folder."""
    directory.mkdir(parents=True, exist_ok=True)
    write(directory / "aliases.tsv", make_rows(entries))
    kinds = {entry.key: entry.kind for entry in entries}
    offices = [line for entry in entries if entry.kind == "office" for line in titles.rows(entry, kinds)]
    (directory / "titles.tsv").write_text("\n".join([titles.HEADER, *sorted(offices)]) + "\n", "utf-8")
    lines = [
        msgspec.json.encode(to_entity(entry)).decode("utf-8") for entry in sorted(entries, key=lambda entry: entry.key)
    ]
    (directory / "entities.json").write_text("[\n" + ",\n".join(lines) + "\n]\n", "utf-8")


if __name__ == "__main__":
    compile_into(folder() / "compiled", read_all())
    sys.exit(0)
