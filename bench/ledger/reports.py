"""One made-up report: a headline, sentences that make claims, and sentences that make none."""

from datetime import date
from random import Random
from typing import NamedTuple

from bench.ledger.sentences import LANGS, Pattern, load
from bench.ledger.world import World, chance, is_free
from foedus.model.claim import Attribution, Claim, Cue, Evidence, Filler, Quantity, ReaderMark, When
from foedus.model.document import Document, make_document
from foedus.model.identity import claim_id
from foedus.model.vocabulary import Certainty, Polarity, Standing, VoiceKind

TRANSFERS = 0.4
"""Share of claims that are of transfers; the other types share the rest."""
OUTLETS = tuple(f"Outlet {number}" for number in range(1, 41))
_CERTAINTIES: tuple[Certainty, ...] = (*("certain",) * 17, "probable", "possible", "unknown")


class Told(NamedTuple):
    """A sentence and what it tells, with offsets into the document."""

    text: str
    start: int
    pattern: Pattern
    roles: dict[str, Filler]
    trigger: Cue
    number: Cue | None
    date: tuple[When, Cue] | None
    voice: Attribution | None


class Maker:
    """Makes reports; `report(n)` depends on the seed and `n` alone."""

    def __init__(self, seed: int) -> None:
        """Loads the gazetteer's names."""
        self._seed = seed
        self.world = World(seed)
        self._sentences = load()
        self._others = [kind for kind in self._sentences.patterns if kind != "transfer"]

    def report(self, number: int, published: date) -> tuple[Document, list[Claim]]:
        """A text with the claims that a reader would find in it."""
        rng = chance(self._seed, number, 0)
        lang = LANGS[rng.getrandbits(8) % 3]
        title = self.world.words(rng, lang, 7).capitalize()
        told: list[Told] = []
        sentences: list[str] = []
        at = len(title) + 2
        for _ in range(8):
            one = self._told(rng, lang, published, at)
            told.append(one)
            idle = self.world.words(rng, lang, 12).capitalize() + "."
            sentences += [one.text, idle]
            at += len(one.text) + len(idle) + 2
        document = make_document(
            f"{title}\n\n{' '.join(sentences)}",
            lang=lang,
            title=title,
            published=published.isoformat(),
            outlet=OUTLETS[rng.getrandbits(8) % len(OUTLETS)],
            url=f"https://reports.example/{number}",
        )
        return document, [_claim(rng, document, one, first=place == 0) for place, one in enumerate(told)]

    def _told(self, rng: Random, lang: str, published: date, at: int) -> Told:
        kind = "transfer" if rng.random() < TRANSFERS else self._others[rng.getrandbits(16) % len(self._others)]
        patterns = self._sentences.patterns[kind]
        pattern = patterns[rng.getrandbits(16) % len(patterns)]
        text, roles = "", {}
        trigger = number = when = None
        for slot, words in pattern.pieces[lang]:
            start = at + len(text)
            if slot == "":
                text += words
            elif slot == "trigger":
                text += words
                trigger = Cue("trigger", words, start, start + len(words))
            elif slot == "number":
                said = str(2 + rng.getrandbits(8) % 200)
                text += said
                number = Cue("number", said, start, start + len(said))
            elif slot == "date":
                edtf, said = self._date(rng, lang, published)
                text += said
                place = (start, start + len(said))
                when = When(edtf, said, *place), Cue("date", said, *place)
            else:
                filler = self._filler(rng, lang, slot, start)
                roles[slot] = filler
                text += filler.text
        text += " " + self.world.words(rng, lang, 9)
        voice = self._voice(rng, lang, at + len(text))
        text += voice[1] if voice else ""
        assert trigger is not None, "every pattern has a trigger"
        return Told(text + ".", at, pattern, roles, trigger, number, when, voice[0] if voice else None)

    def _filler(self, rng: Random, lang: str, role: str, start: int) -> Filler:
        if is_free(role):
            words = self.world.words(rng, lang, 3)
            return Filler(None, words, "text", words, start, start + len(words))
        one = self.world.named(rng, role)
        words = one.names[lang]
        unlinked = rng.getrandbits(5) == 0
        return Filler(None if unlinked else one.key, one.names["en"], one.kind, words, start, start + len(words))

    def _date(self, rng: Random, lang: str, published: date) -> tuple[str, str]:
        """A month or a year not long before the report."""
        year = published.year - (rng.getrandbits(3) == 0)
        if rng.getrandbits(1):
            return str(year), str(year)
        month = 1 + rng.getrandbits(8) % 12
        return f"{year}-{month:02}", f"{self._sentences.months[lang][month - 1]} {year}"

    def _voice(self, rng: Random, lang: str, at: int) -> tuple[Attribution, str] | None:
        draw = rng.random()
        if draw > 0.6:
            return None
        how = self._sentences.voices[lang]
        pattern = how.named if draw < 0.45 else how.unnamed
        start = at + pattern.index("{")
        if draw < 0.45:
            one = self.world.named(rng, "voice")
            words = one.names[lang]
            kind: VoiceKind = "organisation" if one.kind == "organisation" else "state"
            voice = Attribution(one.key, one.names["en"], kind, words, start, start + len(words))
        else:
            words = how.words[rng.getrandbits(8) % len(how.words)]
            voice = Attribution(None, None, "unnamed", words, start, start + len(words))
        return voice, pattern.format(voice=words)


def _claim(rng: Random, document: Document, told: Told, *, first: bool) -> Claim:
    """The claim of a sentence of the document."""
    roles: dict[str, tuple[Filler, ...]] = {role: (one,) for role, one in told.roles.items()}
    voices = (told.voice,) if told.voice else ()
    trigger, number = told.trigger, told.number
    cues = (trigger, *([number] if number else ()), *([told.date[1]] if told.date else ()))
    standing: Standing = "stated" if not voices else "attributed" if voices[0].entity else "unnamed"
    polarity: Polarity = "negated" if rng.getrandbits(5) == 0 else "affirmed"
    return Claim(
        id=claim_id(document.sha256, (trigger.start, trigger.end), told.pattern.type, roles, voices),
        document=document.ref,
        type=told.pattern.type,
        stage=told.pattern.stage,
        roles=roles,
        quantity=_pieces(number) if number else None,
        value=None,
        when=told.date[0] if told.date else None,
        due=None,
        polarity=polarity,
        certainty=_CERTAINTIES[rng.getrandbits(16) % len(_CERTAINTIES)],
        standing="rumoured" if standing == "unnamed" and rng.getrandbits(2) == 0 else standing,
        attribution=voices,
        quoted=False,
        zone="lead" if first else "body",
        evidence=(Evidence(told.start, told.start + len(told.text), told.text),),
        cues=cues,
        alternative=None,
        reader=ReaderMark("rules", "1", f"{told.pattern.type}.made-up", (30 + rng.getrandbits(16) % 70) / 100),
    )


def _pieces(number: Cue) -> Quantity:
    return Quantity(int(number.text), None, None, "piece", False, number.text, number.start, number.end)
