"""A dossier as Markdown: headings, a table of elements for each case, numbered citations."""

import re
from collections.abc import Iterable, Iterator

from foedus.model.dossier import Cited, Dossier, DossierCase, Since, ToldDossier
from foedus.publish.dossier.composing import Composer, Sentence, marks

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_BEGINS = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def as_markdown(told: ToldDossier, lang: str) -> str:
    """The whole file."""
    write = _Markdown(lang)
    return "\n".join(write.page(told)) + "\n"


class _Markdown:
    def __init__(self, lang: str) -> None:
        self._say = Composer(lang)

    def page(self, told: ToldDossier) -> Iterator[str]:
        dossier, say = told.dossier, self._say
        yield f"# {_plain(say.title(dossier))}"
        yield ""
        yield f"{_plain(say.frame(dossier))}. {_plain(say.standing(dossier))}."
        if dossier.note:
            yield from ("", _plain(dossier.note))
        if not dossier.cases:
            yield from ("", _plain(say("no_cases")))
        for case in dossier.cases:
            yield from self._case(case)
        yield from self._cited(say("citations"), dossier.citations, 2)
        if told.changed:
            yield from self._changed(dossier, told.changed)
        yield from self._sources(dossier)

    def _case(self, case: DossierCase) -> Iterator[str]:
        say = self._say
        yield from ("", f"## {_plain(say.heading(case))}", "", f"{_plain(say.owed(case))}.", "")
        yield from (f"- {self._sentence(say.verdict(one))}" for one in case.verdicts)
        yield from ("", f"### {_plain(say('elements'))}", "")
        yield _row([say("element"), *(say.view(one) for one in case.verdicts)])
        yield "|" + " --- |" * (len(case.verdicts) + 1)
        for row in case.elements:
            yield "| " + " | ".join([_plain(row.label), *(self._sentence(say.cell(cell)) for cell in row.cells)]) + " |"
        yield from ("", f"{_plain(say('obligation'))}{say('colon')}{_plain(case.summary)}")
        yield f"{_plain(say('conduct'))}{say('colon')}{_plain(case.conduct)} ({_plain(say.verified(case))})"
        if case.weakest:
            yield from ("", f"{_plain(say('weakest'))}{say('colon')}{_plain(case.weakest)}.")
        if case.gaps:
            yield from ("", f"### {_plain(say('gaps'))}", "", *(f"- {_plain(gap)}" for gap in case.gaps))

    def _cited(self, title: str, cited: Iterable[Cited], level: int) -> Iterator[str]:
        there = list(cited)
        if there:
            yield from ("", f"{'#' * level} {_plain(title)}", "")
        for one in there:
            yield f"- \\[{one.number}\\] {_plain(self._say.quote(one))}"
            yield f"  {_plain(self._say.source(one))}{self._say('semicolon')}`foedus show {one.claim}`"

    def _changed(self, dossier: Dossier, changed: Since) -> Iterator[str]:
        say = self._say
        yield from ("", f"## {_plain(say('changed', day=dossier.as_of or ''))}", "")
        if not changed.verdicts:
            yield _plain(say("same"))
        yield from (f"- {self._sentence(say.changed(one))}" for one in changed.verdicts)
        came = set(changed.came)
        yield from self._cited(say("came"), (one for one in changed.citations if one.number in came), 3)
        yield from self._cited(say("other"), (one for one in changed.citations if one.number not in came), 3)
        if changed.gone:
            yield from ("", f"{_plain(say('gone'))}{say('colon')}{_plain(marks(changed.gone))}")

    def _sources(self, dossier: Dossier) -> Iterator[str]:
        if dossier.sources:
            yield from ("", f"## {_plain(self._say('sources'))}", "", *(f"- {_plain(one)}" for one in dossier.sources))

    def _sentence(self, one: Sentence) -> str:
        words = _plain(one.words)
        words += f" {_plain(marks(one.cites))}" if one.cites else ""
        otherwise = f"{self._say('semicolon')}{_plain(self._say('says_otherwise'))} {_plain(marks(one.against))}"
        return words + otherwise if one.against else words


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(map(_plain, cells)) + " |"


def _plain(words: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    return _BEGINS.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", " ".join(words.split())))
