"""Judged cases as a dossier in words, with numbered citations of claims."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from foedus.gazetteer.entities import Entities
from foedus.judge.judging import Judged
from foedus.judge.treaties.on_day import bound
from foedus.judge.trial import Days
from foedus.judge.wording import line, reason_of, said, viewpoint_name, words
from foedus.model.claim import Claim
from foedus.model.dossier import Cell, Cited, Dossier, DossierCase, ElementRow, VerdictLine
from foedus.model.finding import ELEMENTS, Element, ElementName, View, Weight
from foedus.model.treaty import Treaty

_LONGEST = 400
"""Characters of a sentence that a citation gives; longer ones are cut around the words that make the claim."""


class Numbers:
    """Claims cited, numbered as they come up."""

    def __init__(self) -> None:
        self._of: dict[str, int] = {}

    def __call__(self, claims: Iterable[str]) -> tuple[int, ...]:
        return tuple(self._of.setdefault(claim, len(self._of) + 1) for claim in claims)

    def cited(self) -> list[tuple[str, int]]:
        """Claims with their numbers, in order."""
        return list(self._of.items())


class Teller:
    """Words of a dossier in one language."""

    def __init__(self, entities: Entities, lang: str) -> None:
        self._entities = entities
        self._lang = lang

    def phrase(self, name: str) -> str:
        return said(words().phrases[name], self._lang)

    def name(self, key: str) -> str:
        return self._entities.name(key, self._lang)

    def names(self, keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.name(key) for key in keys)

    def case(self, judged: Judged, number: Numbers) -> DossierCase:
        """A case with its verdicts, elements and gaps."""
        duty, case = judged.duty, judged.case
        return DossierCase(
            case.obligation,
            case.article,
            case.version,
            duty.version.instrument,
            said(words().kinds[duty.obligation.kind], self._lang),
            said(duty.version.summary, self._lang),
            said(duty.obligation.conduct, self._lang),
            duty.obligation.binding,
            duty.version.verified or duty.treaty.verified,
            self.names(case.obligors),
            self.names(case.owed_to),
            self.names(case.against),
            case.since,
            case.until,
            tuple(self._verdict(view, number) for view in judged.views),
            tuple(self._row(name, judged.views, number) for name in ELEMENTS if _has(name, judged.views)),
            self._gaps(judged),
            self.weight(judged.weakest) if judged.weakest else None,
        )

    def weight(self, weight: Weight) -> str:
        """The weakest link: surety, standing, number of origins."""
        surety = said(words().sureties[weight.certainty], self._lang)
        standing = said(words().standings[weight.standing], self._lang)
        origins = self.phrase("origin" if weight.origins == 1 else "origins")
        return f"{surety}, {standing}, {weight.origins} {origins}"

    def status(self, treaty: Treaty, about: str, days: Days) -> str:
        """How a party stood on the first and on the last day."""
        colon = line("colon", self._lang)
        told = (f"{day}{colon}{self._standing(treaty, about, day)}" for day in days)
        return line("semicolon", self._lang).join(told)

    def _standing(self, treaty: Treaty, about: str, day: date) -> str:
        one = bound(treaty, about, day, self._entities)
        told = self.phrase(one.status or "no_party")
        if one.practice:
            told += f", {self.phrase(one.practice)}"
        return f"{told} ({self.phrase('through')} {self.name(one.through)})" if one.through else told

    def _verdict(self, view: View, number: Numbers) -> VerdictLine:
        return VerdictLine(
            view.viewpoint,
            viewpoint_name(view.viewpoint, self._entities, self._lang),
            view.verdict,
            said(words().verdicts[view.verdict], self._lang),
            said(words().rules[view.reason], self._lang),
            view.exemption,
            number(_deciding(view)),
        )

    def _row(self, name: ElementName, views: Sequence[View], number: Numbers) -> ElementRow:
        cells = tuple(self._cell(_element(name, view), view.viewpoint, number) for view in views)
        return ElementRow(name, said(words().elements[name], self._lang), cells)

    def _cell(self, element: Element | None, viewpoint: str, number: Numbers) -> Cell | None:
        if element is None:
            return None
        return Cell(
            viewpoint,
            element.value,
            said(words().values[element.value], self._lang),
            reason_of(element, self._lang),
            number(element.claims),
            number(element.against),
        )

    def _gaps(self, judged: Judged) -> tuple[str, ...]:
        gaps: list[str] = [said(words().gaps[name], self._lang) for name in judged.gaps]
        if not (judged.duty.version.verified or judged.duty.treaty.verified):
            gaps.append(said(words().gaps["text"], self._lang))
        return tuple(gaps)

    def cited(self, claim: Claim, number: int, origins: int) -> Cited:
        """A claim as a citation, with at most one sentence."""
        sentence = next(
            (one for one in claim.evidence if one.start <= claim.trigger.start < one.end), claim.evidence[0]
        )
        start, end = sentence.start, sentence.end
        if end - start > _LONGEST:
            start = max(start, claim.trigger.start - _LONGEST // 2)
            end = min(end, start + _LONGEST)
        when = claim.when.edtf if claim.when else self.phrase("undated")
        return Cited(
            number,
            claim.id,
            claim.document.id,
            claim.document.outlet,
            claim.document.published,
            self._speaker(claim),
            f"{claim.type}, {claim.stage}, {claim.standing}, {when}",
            sentence.text[start - sentence.start : end - sentence.start],
            start,
            end,
            origins,
        )

    def _speaker(self, claim: Claim) -> str:
        if claim.standing == "stated":
            return self.phrase("the_outlet")
        if not claim.attribution:
            return self.phrase("rumour")
        voice = claim.attribution[0]
        if voice.entity:
            return self.name(voice.entity)
        return voice.name or voice.text or self.phrase("unnamed")


def dossier(
    treaty: Treaty,
    about: str,
    days: Days,
    judged: Sequence[Judged],
    claims: Mapping[str, Claim],
    *,
    origin: Callable[[Claim], str],
    entities: Entities,
    lang: str,
    as_of: str | None = None,
) -> Dossier:
    """The dossier of one treaty about one party; `claims` are those that the cases cite, by id."""
    teller, number = Teller(entities, lang), Numbers()
    cases = tuple(teller.case(one, number) for one in judged)
    counts = origin_counts(judged, claims, origin)
    cited = tuple(teller.cited(claims[id_], n, counts.get(id_, 1)) for id_, n in number.cited())
    return Dossier(
        treaty.id,
        said(treaty.names, lang),
        about,
        entities.name(about, lang),
        days.since.isoformat(),
        days.until.isoformat(),
        as_of,
        teller.status(treaty, about, days),
        cases,
        cited,
        said(treaty.note, lang) if treaty.note else None,
        tuple(source.title for source in treaty.sources),
    )


def origin_counts(
    judged: Iterable[Judged], claims: Mapping[str, Claim], origin: Callable[[Claim], str]
) -> dict[str, int]:
    """Of each claim, how many origins the element that cites it rests on."""
    most: dict[str, int] = {}
    for view in (view for one in judged for view in one.views):
        for element in view.elements:
            count = len({origin(claims[claim]) for claim in element.claims})
            for claim in element.claims:
                most[claim] = max(most.get(claim, 0), count)
    return most


def _deciding(view: View) -> tuple[str, ...]:
    """Claims of the element that the rule names, else of conduct and place, else of what came first."""
    named = view.reason.partition("-")[0]
    for names in ((named,), ("conduct", "scope"), ("trigger", "request")):
        if found := [claim for element in view.elements if element.name in names for claim in element.claims]:
            return tuple(dict.fromkeys(found))
    return ()


def _has(name: ElementName, views: Iterable[View]) -> bool:
    return any(_element(name, view) for view in views)


def _element(name: ElementName, view: View) -> Element | None:
    return next((element for element in view.elements if element.name == name), None)
