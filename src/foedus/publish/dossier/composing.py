"""The sentences of a dossier in one language; how they are marked up is each format's own."""

import re
from typing import NamedTuple

from foedus.judge.wording import line
from foedus.model.dossier import Cell, Changed, Cited, Dossier, DossierCase, VerdictLine

_NUMBER = re.compile(r"\d|[IVXL]+\b")


class Sentence(NamedTuple):
    """Words, the numbers of the claims that they rest on, and of those that say otherwise."""

    words: str
    cites: tuple[int, ...] = ()
    against: tuple[int, ...] = ()


class Composer:
    """Sentences of one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def __call__(self, name: str, **given: str) -> str:
        """A line of the layout (`lines` of words.yaml)."""
        return line(name, self.lang, **given)

    def title(self, dossier: Dossier) -> str:
        return self("title", treaty=dossier.name, about=dossier.about_name)

    def frame(self, dossier: Dossier) -> str:
        """Which days, and as of when."""
        days = self("days", since=dossier.since, until=dossier.until)
        return f"{days}, {self('as_known_on', day=dossier.as_of)}" if dossier.as_of else days

    def standing(self, dossier: Dossier) -> str:
        return f"{self('standing', about=dossier.about_name)}{self('colon')}{dossier.status}"

    def heading(self, case: DossierCase) -> str:
        """Article, version, kind of duty and days."""
        return f"{self._duty(case)}, {self('days', since=case.since, until=case.until)}"

    def owed(self, case: DossierCase) -> str:
        """Who owed what to whom, against whom, and whether the text binds."""
        by, to = ", ".join(case.obligors), ", ".join(case.owed_to)
        parts = [self("owed", by=by, to=to) if to else self("owed_to_nobody", by=by)]
        if case.against:
            parts.append(self("against" if to else "withheld", against=", ".join(case.against)))
        if not case.binding:
            parts.append(self("not_binding"))
        return self("semicolon").join(parts)

    def verdict(self, one: VerdictLine) -> Sentence:
        """Never without whose it is and why."""
        words = self("verdict", verdict=one.label, view=one.name, reason=one.reason)
        return Sentence(self._exempt(words, one), one.cites)

    def view(self, one: VerdictLine) -> str:
        return self("view", view=one.name)

    def cell(self, one: Cell | None) -> Sentence:
        if one is None:
            return Sentence(self("no_word"))
        return Sentence(f"{one.label}{self('colon')}{one.reason}", one.cites, one.against)

    def verified(self, case: DossierCase) -> str:
        return self("verified" if case.verified else "not_verified")

    def source(self, one: Cited) -> str:
        """Who says it where, what the claim is, of how many origins, and where its words stand."""
        where = ", ".join(filter(None, (one.outlet, (one.published or "").partition("T")[0])))
        origins = self("origins", number=str(one.origins)) if one.origins > 1 else self("origin")
        place = self("place", start=str(one.start), end=str(one.end), document=one.document)
        return self("semicolon").join(filter(None, (one.said_by, where, one.told, origins, place)))

    def quote(self, one: Cited) -> str:
        return self("quote", words=" ".join(one.quote.split()))

    def changed(self, one: Changed) -> Sentence:
        """A verdict as it was and as it is, with the claims that decided and decide it."""
        case = f"{', '.join(one.obligors)}, {self._article(one.article)}, {one.kind}"
        days, view = self("days", since=one.since, until=one.until), self("view", view=one.name)
        course = f"{self('before')} {self._named(one.before)}{self('semicolon')}{self('now')} {self._named(one.now)}"
        cites = dict.fromkeys(number for line in (one.before, one.now) if line for number in line.cites)
        return Sentence(f"{case}, {days}, {view}{self('colon')}{course}", tuple(cites))

    def _named(self, one: VerdictLine | None) -> str:
        return f"{one.label} ({one.reason})" if one else self("no_verdict")

    def _exempt(self, words: str, one: VerdictLine) -> str:
        return f"{words} ({self('exemption', article=one.exemption)})" if one.exemption else words

    def _duty(self, case: DossierCase) -> str:
        version = self("version", since=case.version)
        version += f" ({case.instrument})" if case.instrument else ""
        return f"{self._article(case.article)}, {version}, {case.kind}"

    def _article(self, article: str) -> str:
        """A number is called an article; a decision has a name of its own."""
        return self("article", article=article) if _NUMBER.match(article) else article


def marks(cites: tuple[int, ...]) -> str:
    """Numbers as plain text has them: `[1][3]`."""
    return "".join(f"[{number}]" for number in cites)
