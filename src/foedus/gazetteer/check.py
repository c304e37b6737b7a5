"""Whether the entity files are sound: `python -m foedus.gazetteer.check [FOLDER]` lists what is wrong, and where."""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from foedus.gazetteer.source import LANGUAGES, NAME_FIELDS, Entry, Record, folder, read_all, read_yaml
from foedus.model.edtf import parse as parse_edtf
from foedus.model.errors import DataError

_KEY = re.compile(r"[A-Z0-9]+(?:-[A-Z0-9]+)*|[a-z0-9]+(?:[.-][a-z0-9]+)*")
_CHAINS = ("family", "broader")


def check(entries: Sequence[Entry], open_keys: frozenset[tuple[str, str]], others: Sequence[Entry] = ()) -> list[str]:
    """One line for each error, in the order of the files; empty where all is well.

    open_keys: field and key of references that may stay open. others: entries that these may refer to and override.
    """
    schema = read_yaml(folder() / "forms" / "schema.yaml")
    known = _known_keys([*others, *entries])
    found = list(_twice(entries))
    for entry in entries:
        found.extend(f"{entry.where}: {problem}" for problem in _problems(entry, schema, known, open_keys))
    found.extend(_cycles(entries))
    return found


def check_folder(directory: Path | None = None) -> list[str]:
    """The check over a folder of an analyst's own entity files, or over the shipped ones."""
    shipped = read_all()
    if directory is None:
        return check(shipped, open_references(folder()))
    return check(read_all(directory), open_references(folder()), shipped)


def open_references(place: Path) -> frozenset[tuple[str, str]]:
    """Keys that entries may name although no file has them (decisions/open_references.tsv), by field."""
    lines = (place / "decisions" / "open_references.tsv").read_text("utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if not line.startswith("#")]
    return frozenset((field, key) for field, key in pairs[1:])


def _known_keys(entries: Sequence[Entry]) -> set[str]:
    seats = {str(seat.get("id")) for entry in entries for seat in entry.record.get("seats") or []}
    return seats | {str(entry.record.get("id")) for entry in entries}


def _twice(entries: Sequence[Entry]) -> Iterator[str]:
    """Keys that two entries, or an entry and a seat, share."""
    places: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        places[str(entry.record.get("id"))].append(entry.where)
        for seat in entry.record.get("seats") or []:
            places[str(seat.get("id"))].append(f"{entry.where}, seat")
    for key, where in places.items():
        if len(where) > 1:
            yield f"{where[-1]}: id `{key}` is taken by {where[0]}; choose another"


def _problems(entry: Entry, schema: Record, known: set[str], open_keys: frozenset[tuple[str, str]]) -> Iterator[str]:
    record = entry.record
    rules = schema["files"].get(entry.file)
    if rules is None:
        yield f"no such file is expected; allowed: {', '.join(sorted(schema['files']))}"
        return
    yield from _identity(record, rules["kind"])
    fields = {**schema["common"], **rules["fields"]}
    for field in schema["required"].get(entry.file, []):
        if field not in record and not (field == "state" and "states" in record):
            yield f"has no `{field}`, which {entry.file} need"
    for field, value in record.items():
        if field not in fields:
            yield f"field `{field}` is unknown; allowed: {', '.join(sorted(fields))}"
        elif not isinstance(fields[field], list):
            yield from _typed(field, value, schema.get(fields[field], fields[field]), known, open_keys)
        elif value not in fields[field]:
            yield f"{field} `{value}` is none of {', '.join(fields[field])}"
    yield from _nested(record, known, open_keys)


def _identity(record: Record, kinds: list[str]) -> Iterator[str]:
    key = record.get("id")
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        yield f"id `{key}` is no key: capitals and digits, or small letters and digits, with hyphens between"
    if record.get("kind") not in kinds:
        yield f"kind `{record.get('kind')}` is none of {', '.join(kinds)}"
    if not any(record.get(field) for field in NAME_FIELDS):
        yield "has no names; give `names` or `ambiguous`"


def _typed(
    field: str, value: object, kind: object, known: set[str], open_keys: frozenset[tuple[str, str]]
) -> Iterator[str]:
    """A value against its type in the schema."""
    if isinstance(kind, list):
        if value not in kind:
            yield f"{field} `{value}` is none of {', '.join(kind)}"
    elif kind == "forms":
        yield from _forms(field, value)
    elif kind in ("key", "keys"):
        for key in value if isinstance(value, list) else [value]:
            if key not in known and (field, str(key)) not in open_keys:
                yield f"{field} `{key}` is no entity; correct it, add the entity, or list it in open_references.tsv"
    elif kind == "date":
        yield from _date(field, value)
    elif kind == "flag" and not isinstance(value, bool):
        yield f"{field} `{value}` must be true or false"
    elif kind == "text" and not isinstance(value, str):
        yield f"{field} `{value}` must be text; put it in quotes"


def _date(field: str, value: object) -> Iterator[str]:
    if value is None:
        return
    try:
        parse_edtf(str(value))
    except ValueError as error:
        yield f"{field}: {error}"


def _forms(field: str, value: object) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{field} must list names by language: {{fr: […], en: […]}}"
        return
    for lang, names in value.items():
        if lang not in LANGUAGES:
            yield f"{field}: language `{lang}` is none of {', '.join(LANGUAGES)}"
        if not isinstance(names, list):
            yield f"{field}: {lang} must be a list"
            continue
        for name in names:
            if not isinstance(name, str) or not name.strip() or name != " ".join(name.split()):
                yield f"{field}: {lang} name `{name}` is empty, no text, or has blanks too many"
            elif not any(character.isalpha() for character in name) and not re.search(r"\d\+\d", name):
                yield f"{field}: {lang} name `{name}` has no letter; a comma may have split it: put it in quotes"


def _nested(record: Record, known: set[str], open_keys: frozenset[tuple[str, str]]) -> Iterator[str]:
    for seat in record.get("seats") or []:
        for field in NAME_FIELDS:
            if field in seat:
                yield from (f"seat {seat.get('id')}: {problem}" for problem in _forms(field, seat[field]))
    if record.get("kind") == "person":
        for office in record.get("offices") or []:
            for field in ("of", "to"):
                key = office.get(field)
                if key and key not in known and (f"offices.{field}", key) not in open_keys:
                    yield f"offices: {field} `{key}` is no entity; correct it, add it, or list it in open_references"
            for field in ("from", "until"):
                yield from _date(f"offices: {field}", office.get(field))
    for change in record.get("changes") or []:
        if change.get("member") not in known:
            yield f"changes: member `{change.get('member')}` is no entity"
        yield from _date("changes: when", change.get("when"))


def _cycles(entries: Sequence[Entry]) -> Iterator[str]:
    """Families and classes that come back to themselves."""
    by_key = {str(entry.record.get("id")): entry for entry in entries}
    for entry in entries:
        for field in _CHAINS:
            seen: set[str] = set()
            at: Entry | None = entry
            while at and at.record.get(field) and at.record["id"] not in seen:
                seen.add(at.record["id"])
                at = by_key.get(at.record[field])
            if at and at.record.get("id") == entry.record.get("id") and seen:
                yield f"{entry.where}: {field} leads back to itself"


def main(arguments: Sequence[str]) -> int:
    """Prints the errors; 0 where there are none, 1 where there are, 4 where a file cannot be read."""
    try:
        errors = check_folder(Path(arguments[0]) if arguments else None)
    except DataError as error:
        print(error, file=sys.stderr)
        return DataError.exit_code
    for line in errors:
        print(line)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
