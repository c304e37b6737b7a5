"""A dossier as blocks of lines: verdicts first, then each element as each side has it, gaps and citations."""

from collections.abc import Iterable, Iterator

from foedus.cli.cards import Card, Line
from foedus.model.dossier import Cited, Dossier, DossierCase, ElementRow, Since, ToldDossier
from foedus.publish.dossier.composing import Composer, Sentence, marks


class DossierPage:
    """Words of one language."""

    def __init__(self, lang: str) -> None:
        self._say = Composer(lang)

    def head(self, dossier: Dossier) -> Card:
        say = self._say
        lines = [Line(say.title(dossier)), Line(say.frame(dossier), 1), Line(say.standing(dossier), 1)]
        lines += [Line(dossier.note, 1)] if dossier.note else []
        lines += [] if dossier.cases else [Line(say("no_cases"), 1)]
        return lines

    def verdicts(self, case: DossierCase) -> Card:
        """What the case is, and the verdict of each viewpoint."""
        said = (Line(self.sentence(self._say.verdict(one)), 1) for one in case.verdicts)
        return [Line(self._say.heading(case)), Line(self._say.owed(case), 1), *said]

    def columns(self, case: DossierCase) -> list[dict[str, str]]:
        """The elements as rows of a table, whose columns are the viewpoints."""
        views = [self._say.view(one) for one in case.verdicts]
        return [
            {self._say("element"): row.label, **dict(zip(views, self._cells(row), strict=True))}
            for row in case.elements
        ]

    def stacked(self, case: DossierCase) -> Card:
        """The same where no table fits: each element, below it the viewpoints, those together that have it alike."""
        return list(self._stacked(case))

    def rest(self, case: DossierCase) -> Card:
        """The duty in our words, the weakest link, the gaps."""
        return list(self._rest(case))

    def citations(self, title: str, some: Iterable[Cited]) -> Card:
        there = list(some)
        return [Line(title), *(line for one in there for line in self._cited(one))] if there else []

    def after(self, told: ToldDossier) -> list[Card]:
        """Citations, what changed since, sources."""
        dossier, say = told.dossier, self._say
        blocks = [self.citations(say("citations"), dossier.citations)]
        blocks += self._changed(dossier, told.changed) if told.changed else []
        if dossier.sources:
            blocks.append([Line(say("sources")), *(Line(one, 1) for one in dossier.sources)])
        return [block for block in blocks if block]

    def sentence(self, one: Sentence) -> str:
        words = f"{one.words} {marks(one.cites)}" if one.cites else one.words
        return (
            f"{words}{self._say('semicolon')}{self._say('says_otherwise')} {marks(one.against)}"
            if one.against
            else words
        )

    def _cells(self, row: ElementRow) -> list[str]:
        return [self.sentence(self._say.cell(cell)) for cell in row.cells]

    def _stacked(self, case: DossierCase) -> Iterator[Line]:
        yield Line(self._say("elements"))
        for row in case.elements:
            yield Line(row.label, 1)
            views: dict[str, list[str]] = {}
            for view, cell in zip(case.verdicts, self._cells(row), strict=True):
                views.setdefault(cell, []).append(view.name)
            for cell, names in views.items():
                yield Line(f"{self._say('view', view=', '.join(names))}{self._say('colon')}{cell}", 2)

    def _rest(self, case: DossierCase) -> Iterator[Line]:
        say = self._say
        yield Line(say("obligation"))
        yield Line(case.summary, 1)
        yield Line(f"{say('conduct')}{say('colon')}{case.conduct} ({say.verified(case)})", 1)
        if case.weakest:
            yield Line(f"{say('weakest')}{say('colon')}{case.weakest}", 1)
        if case.gaps:
            yield Line(say("gaps"), 1)
        for gap in case.gaps:
            yield Line(gap, 2)

    def _cited(self, one: Cited) -> Iterator[Line]:
        yield Line(f"{marks((one.number,))} {self._say.quote(one)}", 1)
        yield Line(f"{self._say.source(one)}{self._say('semicolon')}foedus show {one.claim}", 3)

    def _changed(self, dossier: Dossier, changed: Since) -> list[Card]:
        say = self._say
        told = [Line(self.sentence(say.changed(one)), 1) for one in changed.verdicts] or [Line(say("same"), 1)]
        if changed.gone:
            told.append(Line(f"{say('gone')}{say('colon')}{marks(changed.gone)}", 1))
        came = set(changed.came)
        return [
            [Line(say("changed", day=dossier.as_of or "")), *told],
            self.citations(say("came"), (one for one in changed.citations if one.number in came)),
            self.citations(say("other"), (one for one in changed.citations if one.number not in came)),
        ]
