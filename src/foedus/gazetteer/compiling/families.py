"""A family's class word before its members: "char Leopard" gives "char Leopard 2", lest the family hide the member."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product

from foedus.gazetteer.compiling.alias import Alias
from foedus.gazetteer.source import LANGUAGES, Entry


def aliases(listed: Iterable[Alias], entries: Iterable[Entry]) -> Iterator[Alias]:
    """Names of members with the words that stand before their family's name: the longest form in a text wins."""
    heads: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    members: dict[tuple[str, str], list[Alias]] = defaultdict(list)
    for alias in listed:
        if alias.kind != "system" or alias.form != "name" or alias.plural:
            continue
        members[alias.entity, alias.lang].append(alias)
        words = alias.text.split(" ")
        for at in range(1, len(words)):
            if all(word.islower() for word in words[:at]):
                heads[alias.entity, alias.lang].add((" ".join(words[:at]), " ".join(words[at:])))
    families = [(entry.key, str(entry.record["family"])) for entry in entries if "family" in entry.record]
    for (member, family), lang in product(families, LANGUAGES):
        for alias, (head, name) in product(members[member, lang], sorted(heads[family, lang])):
            if _goes_on(alias.text, name):
                yield alias._replace(text=f"{head} {alias.text}", certain=True)


def _goes_on(member: str, family: str) -> bool:
    """Whether the member's name is the family's and more: "Leopard 2", not "Leopardo"."""
    rest = member[len(family) :]
    return member.startswith(family) and bool(rest) and not rest[0].isalpha()
