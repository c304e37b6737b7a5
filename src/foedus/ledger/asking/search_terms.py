"""What a search asks for: words, phrases, beginnings, what must not be there, and names of entities.

tanks ammunition      both words, anywhere
"air defence"         these words side by side
missil*               words that begin so
-rumour, -"air raid"  without
Belarus               the word, or a claim in whose roles the entity of that name stands, whatever it is called there
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select, union_all

from foedus.ledger.asking.moments import holds, known
from foedus.ledger.tables import aliases, entity_names
from foedus.ledger.words import tokens
from foedus.model.errors import UsageError

_QUOTES = str.maketrans(dict.fromkeys("«»“”„‟", '"'))
_TERM = re.compile(r'(?P<without>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))(?P<star>(?<=")\*)?')
_LONGEST_NAME = 12
"""Words of a search that are tried together as a name."""

MOST = 64
"""Terms of a search: more than anybody types, and fewer than a database gives up on."""


class Term(NamedTuple):
    """Words that stand side by side; the last one may only be the beginning of a word."""

    tokens: tuple[str, ...]
    prefix: bool = False
    without: bool = False
    quoted: bool = False


class Unit(NamedTuple):
    """Terms that must all be there, or one of the entities that they name."""

    terms: tuple[Term, ...]
    entities: tuple[str, ...] = ()

    @property
    def without(self) -> bool:
        """Whether it must not be there."""
        return self.terms[0].without


def search_terms(text: str) -> tuple[Term, ...]:
    """The terms of a search; UsageError where it asks for nothing."""
    plain = text.translate(_QUOTES)
    if plain.count('"') % 2:
        raise UsageError(f"the search {text!r} opens a quotation and does not close it: add the second quotation mark")
    terms = tuple(_terms(plain))
    if all(term.without for term in terms):
        raise UsageError(f"the search {text!r} names no word to look for: give at least one without a minus before it")
    if len(terms) > MOST:
        raise UsageError(f"a search has {MOST} words and phrases at most, not {len(terms)}")
    return terms


def units(connection: Connection, terms: Sequence[Term], batch: int | None) -> tuple[Unit, ...]:
    """The terms with the entities that they named after a batch; of several readings the longest name from the left."""
    named = _named(connection, {" ".join(name) for _, _, name in _runs(terms)}, batch)
    found: list[Unit] = []
    at = 0
    while at < len(terms):
        runs = [(end, named[" ".join(name)]) for start, end, name in _runs(terms) if start == at]
        end, entities = max(((end, keys) for end, keys in runs if keys), default=(at + 1, ()))
        found.append(Unit(tuple(terms[at:end]), entities))
        at = end
    return tuple(found)


def _terms(plain: str) -> Iterator[Term]:
    for match in _TERM.finditer(plain):
        given = match["phrase"] if match["word"] is None else match["word"]
        words = tuple(tokens(given))
        if words:
            prefix = bool(match["star"]) or given.rstrip().endswith("*")
            yield Term(words, prefix, bool(match["without"]), match["word"] is None)


def _runs(terms: Sequence[Term]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Terms that may be a name: one, or several that stand as plain words beside each other."""
    for start, first in enumerate(terms):
        name: tuple[str, ...] = ()
        for end, term in enumerate(terms[start : start + _LONGEST_NAME], start + 1):
            if term.prefix or (end > start + 1 and (term.quoted or first.quoted or term.without or first.without)):
                break
            name += term.tokens
            yield start, end, name


def _named(connection: Connection, names: set[str], batch: int | None) -> Mapping[str, tuple[str, ...]]:
    """The entities of each folded name."""
    given = select(entity_names.c.folded, entity_names.c.entity).where(known(entity_names, batch))
    linked = select(aliases.c.folded, aliases.c.entity).where(holds(aliases, batch))
    asked = union_all(given.where(entity_names.c.folded.in_(names)), linked.where(aliases.c.folded.in_(names)))
    found: dict[str, set[str]] = {name: set() for name in names}
    for folded, entity in connection.execute(asked):
        found[folded].add(entity)
    return {name: tuple(sorted(keys)) for name, keys in found.items()}
