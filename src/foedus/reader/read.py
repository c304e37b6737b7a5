"""The reader: a document to its claims, in the order of docs/reader.md."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from foedus import __version__
from foedus.gazetteer.scanner import Scanner
from foedus.language import pipelines
from foedus.language.pipelines import Choices
from foedus.model.claim import Claim
from foedus.model.document import Document, Note
from foedus.reader.analysis import Analysis, analyse, is_worth_reading, with_brackets, without_brackets
from foedus.reader.assemble import assemble
from foedus.reader.confidence import Signs, load_confidence, reaches, with_confidence
from foedus.reader.deciding.explaining import Explainer, Explanation
from foedus.reader.deciding.shares import StageShares
from foedus.reader.deciding.statements import Statement, statements
from foedus.reader.draft import Draft
from foedus.reader.drafting import drafts_of
from foedus.reader.events import linked
from foedus.reader.garble import assess
from foedus.reader.lexicon import load_lexicon
from foedus.reader.linker.candidates import Stand
from foedus.reader.linker.explaining import LinkExplanation, explain_links
from foedus.reader.linker.linker import Linked
from foedus.reader.merging import merge
from foedus.reader.models import check_models
from foedus.reader.nesting import innermost
from foedus.reader.said_when import dated_voices
from foedus.reader.settling import settle
from foedus.reader.signs import signs_of
from foedus.reader.splitting import split
from foedus.reader.timing import Dates, date_and_count
from foedus.reader.tools import Tools, hearing_of, load_tools
from foedus.reader.trust import trusted
from foedus.reader.voice import Heard, Hearing

NAME = "foedus"
READABLE = frozenset({"fr", "en", "ru"})


ToolsOf = Callable[[str], Tools]
"""The tools of a language."""


class Reading(NamedTuple):
    """What a document gave: claims in text order, and notes on what was not read and why."""

    claims: list[Claim]
    notes: list[Note]
    held_back: int = 0
    """How many claims were made but are too doubtful for the level asked for."""
    signs: tuple[Signs, ...] = ()
    """What the confidence of each claim goes by."""

    def from_level(self, level: float) -> "Reading":
        """What of it reaches a level of confidence; the rest counts as held back."""
        places = [place for place, claim in enumerate(self.claims) if reaches(claim, level)]
        claims = [self.claims[place] for place in places]
        signs = tuple(self.signs[place] for place in places) if self.signs else ()
        return Reading(claims, self.notes, self.held_back + len(self.claims) - len(claims), signs)


class Parsed(NamedTuple):
    """A document taken apart, what is known of its languages, and its voices."""

    analysis: Analysis
    tools: Mapping[str, Tools]
    hearing: Hearing
    stages: StageShares


class _Told(NamedTuple):
    """What a document says and who fills the roles, with what it was told by."""

    said: Sequence[Statement]
    tools: Mapping[str, Tools]
    hearing: Hearing
    stand: Stand
    links: Sequence[Linked]


class Reader:
    """Reads documents in the languages that have a pipeline and a lexicon.

    `sift` False parses even what cannot make a claim by its words; claims are the same, it only takes longer.
    `own` is a user's lexicon folder, `models` a folder of models in place of the shipped ones.
    """

    def __init__(
        self,
        scanner: Scanner,
        choices: Choices,
        own: Path | None = None,
        *,
        models: Path | None = None,
        sift: bool = True,
    ) -> None:
        self._scanner = scanner
        self._choices = choices
        others = [f"{lang}={choice}" for lang, choice in sorted(choices.items()) if choice != pipelines.SHIPPED]
        folders = {"lexicon": own, "models": models}
        named = [f"{what}={folder.resolve().name}" for what, folder in folders.items() if folder]
        self._name = " ".join([NAME, *others, *named])
        self._own = own
        self._models = models
        self._tools: ToolsOf = partial(load_tools, own=own)
        self._sift = sift

    @property
    def name(self) -> str:
        """What its claims carry as the reader's name."""
        return self._name

    @property
    def scanner(self) -> Scanner:
        """What it finds names with."""
        return self._scanner

    @property
    def default_level(self) -> float:
        """The confidence from which on it gives claims where no other is asked for."""
        return load_confidence(self._models).default

    @classmethod
    @cache
    def load(cls) -> "Reader":
        """The reader with everything shipped; languages are loaded when first met."""
        return cls.choosing({})

    @classmethod
    def choosing(cls, choices: Choices, own: Path | None = None, models: Path | None = None) -> "Reader":
        """The reader with other pipelines for some languages, a user's lexicon folder and models; its name says which.

        Raises DataError at once where one of them cannot be loaded.
        """
        for lang, choice in choices.items():
            pipelines.load(lang, choice)
        for lang in sorted(READABLE):
            if own and (own / lang).is_dir():
                load_lexicon(lang, own)
        if models:
            check_models(models)
        return cls(Scanner.load(), choices, own, models=models)

    def read(self, document: Document, *, min_confidence: float | None = None, apart: Parsed | None = None) -> Reading:
        """Claims of one document that reach a confidence, by default the level with the best F1; 0 gives all.

        A language that cannot be read is noted, never an error. `apart` is the document where it was taken apart
        before: it is not parsed again.
        """
        analysis = self._analysed(document) if apart is None else without_brackets(apart.analysis)
        drafts = self._drafts(document, analysis)
        confidence = load_confidence(self._models)
        signs = signs_of(drafts)
        claims = [
            with_confidence(assemble(document, draft, self._name, __version__), confidence.of(sign))
            for draft, sign in zip(drafts, signs, strict=True)
        ]
        garbled = assess(document.text, analysis).note
        notes = [*analysis.notes, *([garbled] if garbled else [])]
        return Reading(claims, notes, 0, tuple(signs)).from_level(
            self.default_level if min_confidence is None else min_confidence
        )

    def explain(self, document: Document, start: int, end: int, claim_type: str) -> Explanation | None:
        """Why words make a claim of the type or do not; None where this reader finds no such word there.

        `start` and `end` are code points of the document's text, those of a claim's trigger.
        """
        return Explainer(self._analysed(document), document.published, self._own, self._models).at(
            start, end, claim_type
        )

    def explain_links(
        self, document: Document, start: int, end: int, claim_type: str
    ) -> tuple[LinkExplanation, ...] | None:
        """Why each core role of the claim that words make has its filler or nobody; None where they make no claim.

        `start` and `end` as in `explain`.
        """
        analysis = self._analysed(document)
        told = self._told(document, analysis)
        if told is None:
            return None
        return explain_links(analysis, told.said, told.stand, told.links, start, end, claim_type, self._models)

    def heard(self, document: Document, start: int, end: int) -> Heard | None:
        """Who says the words at a place, and how surely, claim or not; None where they are not read.

        `start` and `end` as in `explain`.
        """
        analysis, tools, hearing, _ = self.taken_apart(document)
        heard = hearing.at(start, end)
        if heard is None:
            return None
        return heard._replace(voices=tuple(dated_voices(heard.voices, analysis, tools, Dates(document))))

    def is_relevant(self, document: Document, stretch: tuple[int, int] | None = None) -> bool:
        """Whether words of a document, or of a stretch of it, can make a claim; quick, since nothing is parsed."""
        return is_worth_reading(document, self._readable(), self._own, stretch=stretch)

    def taken_apart(self, document: Document, *, sift: bool | None = None, brackets: bool = False) -> Parsed:
        """The sentences of a document as they are read, with the voices that are heard over them.

        `sift` False parses even what cannot make a claim by its words; None is as the reader was made. With `brackets`
        the words of editor's brackets, which `read` leaves alone, are parsed too, as sentences behind all others.
        """
        analysis = self._analysed(document, sift=sift)
        if brackets:
            analysis = with_brackets(analysis, document, self._scanner, self._choices)
        tools = {lang: self._tools(lang) for lang in set(analysis.langs)}
        stages = StageShares(analysis, document.published, self._own, self._models)
        return Parsed(analysis, tools, hearing_of(analysis, tools), stages)

    def _analysed(self, document: Document, *, sift: bool | None = None) -> Analysis:
        sift = self._sift if sift is None else sift
        return analyse(document, self._scanner, self._readable(), self._choices, own=self._own, sift=sift)

    @staticmethod
    def _readable() -> frozenset[str]:
        return frozenset(READABLE & set(pipelines.languages()))

    def _told(self, document: Document, analysis: Analysis) -> _Told | None:
        said = list(statements(analysis, document.published, self._own, self._models))
        if not said:
            return None
        tools = {lang: self._tools(lang) for lang in set(analysis.langs)}
        hearing = hearing_of(analysis, tools)
        stand, links = linked(analysis, said, tools, hearing.spoken(), document.published, models=self._models)
        return _Told(said, tools, hearing, stand, links)

    def _drafts(self, document: Document, analysis: Analysis) -> list[Draft]:
        told = self._told(document, analysis)
        if told is None:
            return []
        tools = told.tools
        drafts = drafts_of(tools, analysis.langs, told.stand, told.said, told.links)
        dates = Dates(document)
        lexicons = [tools[lang].lexicon for lang in analysis.langs]
        drafts = [draft for draft in innermost(drafts) if settle(draft, lexicons[draft.view.index], told.hearing)]
        for draft in drafts:
            draft.voices = dated_voices(draft.voices, analysis, tools, dates)
            date_and_count(draft, tools[analysis.langs[draft.view.index]], document, dates)
        kept: list[Draft] = []
        for draft in drafts:
            if trusted(draft):
                kept.extend(split(dates, tools[analysis.langs[draft.view.index]], draft))
        return merge(kept)
