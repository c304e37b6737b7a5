"""What is known of each entity, and which entity a name means."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from foedus.gazetteer.fold import keys, spelling
from foedus.gazetteer.source import folder
from foedus.gazetteer.table import parse, read_lines
from foedus.model.edtf import parse as parse_edtf
from foedus.model.entity import Entity, Office
from foedus.model.errors import DataError

_ARMS = "arms"
_ARMS_TOO = frozenset({"military-equipment"})


class Entities:
    """All entities by key, with the relations between them. Load once."""

    def __init__(self, entities: Iterable[Entity], alias_lines: Sequence[str]) -> None:
        self._by_key = {entity.key: entity for entity in entities}
        self._lines = alias_lines
        titles = [entity for entity in self._by_key.values() if entity.kind == "office"]
        speaking = {title.role for title in titles if title.level not in ("none", "party", "company")}
        self._silent = {title.role for title in titles} - speaking
        self._by_lower = {key.lower(): key for key in reversed(self._by_key)}

    @classmethod
    def load(cls, directory: Path | None = None) -> "Entities":
        """The shipped entities, or those compiled into another folder."""
        return _load(directory or folder() / "compiled")

    def __len__(self) -> int:
        return len(self._by_key)

    def __iter__(self) -> Iterator[Entity]:
        return iter(self._by_key.values())

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    def get(self, key: str) -> Entity | None:
        """The entity of a key, or None."""
        return self._by_key.get(key)

    def kind(self, key: str) -> str | None:
        found = self.get(key)
        return found.kind if found else None

    def name(self, key: str, lang: str) -> str:
        """The entity's usual name in a language, or in another where it has none; the key where it is unknown."""
        found = self.get(key)
        if not found or not found.names:
            return key
        names = found.names.get(lang) or found.names.get("en") or next(iter(found.names.values()))
        return names[0]

    def english_name(self, key: str) -> str:
        return self.name(key, "en")

    def state(self, key: str) -> str | None:
        """To which state an entity belongs: itself, a company's seat, a force's owner, a system's only maker."""
        found = self.get(key)
        if not found:
            return None
        if found.kind == "state":
            return key
        if found.kind == "system":
            return found.makers[0] if len(found.makers) == 1 else None
        return found.state

    def makers(self, key: str) -> tuple[str, ...]:
        """States whose industry makes a system; those of its family where it names none."""
        found = self.get(key)
        if not found:
            return ()
        return found.makers or (self.makers(found.family) if found.family else ())

    def family(self, key: str) -> str:
        """The widest family of a variant (iskander-m → iskander); the key itself where it has none."""
        seen = {key}
        while (found := self.get(key)) and found.family and found.family in self._by_key and found.family not in seen:
            key = found.family
            seen.add(key)
        return key

    def members(self, key: str) -> tuple[str, ...]:
        """Members of an organisation or of a group of states, parties of a treaty."""
        found = self.get(key)
        return (found.members or found.parties) if found else ()

    def broader(self, key: str) -> tuple[str, ...]:
        """The classes above an item class, nearest first."""
        chain: list[str] = []
        while (found := self.get(key)) and found.broader and found.broader not in chain:
            chain.append(found.broader)
            key = found.broader
        return tuple(chain)

    def category(self, key: str) -> str | None:
        found = self.get(key)
        return found.category if found else None

    def is_arms(self, key: str) -> bool:
        """Whether the key is a weapon system, or a class of arms or military equipment."""
        found = self.get(key)
        if not found:
            return False
        above = {key, *self.broader(key)}
        return found.kind == "system" or (found.kind == "item_class" and bool(above & {_ARMS, *_ARMS_TOO}))

    def offices(self, key: str) -> tuple[Office, ...]:
        """A person's offices, in the order of the file."""
        found = self.get(key)
        return found.offices if found else ()

    def acts_for(self, key: str, on: date | None = None) -> tuple[str, ...]:
        """For whom a person acts in office: states, organisations, armed groups, the present office first.

        on: the day in question, failing offices of that day the last one before it (a report tells of earlier acts);
        without a day the offices held when the file was revised, failing those all.
        """
        offices = [office for office in self.offices(key) if office.role not in self._silent]
        if on:
            chosen = [office for office in offices if held(office, on)] or _last_before(offices, on)
        else:
            chosen = [office for office in offices if office.current] or offices
        owners = (self._owner(office.of) for office in reversed(chosen))
        return tuple(dict.fromkeys(owner for owner in owners if owner))

    def _owner(self, key: str) -> str | None:
        """Who acts where a holder of an office of `key` does: a force's officers act for their state."""
        found = self.get(key)
        if found and found.kind == "force":
            return found.state
        return key if found and found.kind in ("state", "organisation", "armed_group") else None

    def find(self, name: str, limit: int = 20) -> list[Entity]:
        """Entities that a name means in any language, sure meanings first; else those whose names begin with it."""
        if name in self._by_key:
            return [self._by_key[name]]
        folded = spelling(keys([name])[0])  # what stands behind a character that parts names is none of this one
        if not folded:
            return []
        exact = self._named(folded + "\t", limit)
        by_key = self.get(self._by_lower.get(name.strip().lower(), ""))
        if by_key and by_key not in exact:
            exact.insert(0, by_key)
        return (exact or self._named(folded, limit))[:limit]

    def _named(self, prefix: str, limit: int) -> list[Entity]:
        """Entities of the alias lines that begin with the prefix."""
        found: dict[str, int] = {}
        at = bisect_left(self._lines, prefix)
        while at < len(self._lines) and self._lines[at].startswith(prefix) and len(found) < 4 * limit:
            row = parse(self._lines[at])
            rank = (row.certain == "no") + 2 * bool(row.via == "demonym")
            found[row.entity] = min(found.get(row.entity, 9), rank)
            at += 1
        ranked = sorted(found, key=lambda key: found[key])
        return [self._by_key[key] for key in ranked if key in self._by_key]


def _bounds(office: Office) -> tuple[date | None, date | None]:
    since = parse_edtf(office.since).earliest if office.since else None
    until = parse_edtf(office.until).latest if office.until else None
    return since, until


def held(office: Office, on: date) -> bool:
    """Whether the office was held on the day, as far as its dates tell."""
    since, until = _bounds(office)
    if not (since or until or office.current):
        return False
    return (since is None or since <= on) and (until is None or on <= until)


def _last_before(offices: Sequence[Office], on: date) -> list[Office]:
    """The office that ended last before the day; all where dates tell nothing."""
    ended = [(until, at) for at, office in enumerate(offices) if (until := _bounds(office)[1]) and until < on]
    return [offices[max(ended)[1]]] if ended else list(offices)


@cache
def _load(directory: Path) -> Entities:
    path = directory / "entities.json"
    try:
        entities = msgspec.json.decode(path.read_bytes(), type=list[Entity])
    except FileNotFoundError as error:
        raise DataError(f"{path}: the entity records are missing; run `python -m foedus.gazetteer.compile`") from error
    except msgspec.ValidationError as error:
        raise DataError(f"{path}: of another version ({error}); run `python -m foedus.gazetteer.compile`") from error
    return Entities(entities, read_lines(directory / "aliases.tsv"))
