"""Lemma to forms: the lemma table of a language read backwards, so that a scan knows what a matcher would accept."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product

from foedus.language.knowledge import pipeline_folder
from foedus.language.lemmas import FILE, LONGEST_ENDING, Rule, read
from foedus.model.errors import DataError

WHOLE = frozenset({"en", "fr"})
"""Languages whose table tells all lemmas; elsewhere a dictionary does too, and the table backwards is not enough."""
_START = "^"
_LETTERS = "abcdefghijklmnopqrstuvwxyzàâçéèêëîïôùû"
"""What may stand where a rule cuts off letters that its ending does not name."""


class _Part:
    """The table of one part of speech."""

    def __init__(self, lemmas: Mapping[str, str], endings: Mapping[str, Rule]) -> None:
        self._lemmas = lemmas
        self._endings = endings
        self._listed: dict[str, list[str]] = defaultdict(list)
        for form, lemma in lemmas.items():
            self._listed[lemma].append(form)
        self._rules: dict[tuple[str, str], list[tuple[int, str, int]]] = defaultdict(list)
        """By what a rule adds and what it leaves of its ending: how many letters unnamed, which named it cuts, size."""
        for key, (cut, added) in endings.items():
            ending = key.removeprefix(_START)
            left = max(0, len(ending) - cut)
            if ending == key:
                self._rules[added, ending[:left]].append((max(0, cut - len(ending)), ending[left:], len(ending)))
            elif ending not in lemmas:
                self._listed[ending[: len(ending) - cut] + added].append(ending)

    def forms(self, lemma: str) -> Iterator[str]:
        """Forms listed, then those by rule."""
        yield from self._listed.get(lemma, ())
        for cut in range(max(0, len(lemma) - LONGEST_ENDING), len(lemma) + 1):
            base, added = lemma[:cut], lemma[cut:]
            for size in range(min(cut, LONGEST_ENDING) + 1):
                for unnamed, ending, length in self._rules.get((added, base[cut - size :]), ()):
                    for letters in product(_LETTERS, repeat=unnamed):
                        form = base + "".join(letters) + ending
                        if form not in self._lemmas and not self._overruled(form, length):
                            yield form

    def _overruled(self, form: str, length: int) -> bool:
        """Whether a longer ending of the form has a rule."""
        marked = _START + form
        size = len(marked)
        return any(marked[size - more :] in self._endings for more in range(length + 1, min(LONGEST_ENDING, size) + 1))


class Forms:
    """Forms by lemma and part of speech, in lower case. A word is a form of itself: the matcher looks at both."""

    def __init__(self, lemmas: Mapping[str, Mapping[str, str]], endings: Mapping[str, Mapping[str, Rule]]) -> None:
        parts = sorted({*lemmas, *endings})
        self._parts = {upos: _Part(lemmas.get(upos, {}), endings.get(upos, {})) for upos in parts}

    def of(self, lemma: str, upos: str) -> set[str]:
        """All forms whose lemma as that part of speech is `lemma`."""
        part = self._parts.get(upos)
        return {lemma, *(part.forms(lemma) if part else ())}

    def of_any(self, lemma: str) -> set[str]:
        """All forms that have the lemma as any part of speech; a designation's plural is one ("S-400s")."""
        found = {form for upos in self._parts for form in self.of(lemma, upos)}
        return found | {f"{lemma}s"} if any(letter.isdigit() for letter in lemma) else found


@cache
def forms(lang: str) -> Forms:
    """The shipped table of a language, backwards. Raises DataError where it is missing."""
    file = pipeline_folder(lang) / FILE
    if not file.is_file():
        raise DataError(f"{file} is missing: build it with python -m training.parser.lemmas --lang {lang}")
    return Forms(*read(file))
