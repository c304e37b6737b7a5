"""The outlets that a page names as its sources, each with the words that say so and how much of the page they cover."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from foedus.language.sentences import split
from foedus.lineage.citing.addresses import canonical
from foedus.lineage.citing.cues import PLACES, Cues, Place, load_cues, load_words
from foedus.lineage.citing.outlets import Named, alike, at, known, named, published_by
from foedus.lineage.pages import Page
from foedus.model.claim import Claim

WHOLE = 0.75
"""Share of a page's telling from which it tells what another outlet tells, and little of its own."""

_MEMO = "citing"
_LINKS = "citing/links"
_SHORT_LINE = 160
"""Code points of the longest line that is a credit."""
_LONGEST = 40_000
"""Code points that are read: what comes behind is another text's."""
_DOMAIN = re.compile(r"[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)*\.[a-z]{2,}")
_STOP = re.compile(r"[.!?…][»”\"’)]*\s+(?=\S)")
_PARAGRAPH = re.compile(r"[^\n]+")
_ADDRESS = re.compile(r"https?://[^\s)\]>»”\"]+")


class Cited(NamedTuple):
    """An outlet that a page cites: where, by what kind of cue, the share of the telling, whether it is surely one."""

    outlet: str
    name: str
    place: Place
    share: float
    sure: bool
    spans: tuple[tuple[int, int], ...]
    words: str


class _Mention(NamedTuple):
    named: Named
    place: Place
    start: int
    end: int


def cited(page: Page) -> tuple[Cited, ...]:
    """What a page cites, by first place; its own outlet never. Notices of other sites are left out: see `bears`."""
    return tuple(one for one in _all(page) if one.place != "notice")


def cited_outlets(page: Page) -> Mapping[str, str]:
    """Names by `alike` ids of the outlets that a page cites or whose notices it bears, also those that may be none."""
    return {alike(one.outlet): one.name for one in _all(page)}


def own(page: Page) -> frozenset[str]:
    """The `alike` ids of a page's own outlet."""
    return published_by(page.document.outlet, page.document.url)


def links(page: Page) -> frozenset[str]:
    """The addresses in a page's text, as `canonical` has them."""
    found = page.memo.get(_LINKS)
    if not isinstance(found, frozenset):
        addresses = (canonical(match[0].rstrip(".,;")) for match in _ADDRESS.finditer(page.text[:_LONGEST]))
        found = page.memo[_LINKS] = frozenset(one for one in addresses if one)
    return found


def _all(page: Page) -> tuple[Cited, ...]:
    found = page.memo.get(_MEMO)
    if not isinstance(found, tuple):
        found = page.memo[_MEMO] = tuple(_read(page))
    return found


def _read(page: Page) -> Iterator[Cited]:
    text = page.text[:_LONGEST]
    mine = own(page)
    by_outlet: dict[str, list[_Mention]] = defaultdict(list)
    for mention in sorted(_mentions(page, text), key=lambda one: (one.start, one.end)):
        if (key := alike(mention.named.id)) not in mine:
            by_outlet[key].append(mention)
    for mentions in by_outlet.values():
        first = min(mentions, key=lambda one: (one.place == "notice", not one.named.sure, one.start))
        spans = tuple(dict.fromkeys((one.start, one.end) for one in mentions))
        sure = any(one.named.sure for one in mentions)
        share = _share(page, text, mentions)
        words = " ".join(text[first.start : first.end].split())
        yield Cited(first.named.id, first.named.name, first.place, share, sure, spans, words)


def _mentions(page: Page, text: str) -> Iterator[_Mention]:
    cues = load_cues(page.lang)
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        if load_words().pictures.match(text, start):
            continue
        yield from _by_cues(cues, text, start, end)
    for claim in page.claims:
        for voice in claim.attribution:
            match = cues.voice.fullmatch(voice.text) if voice.kind == "outlet" else None
            if match and (who := _who(match, cues, voice.text)):
                yield _Mention(who._replace(sure=True), "statement", voice.start, voice.end)
    for link in _ADDRESS.finditer(text):
        if who := at(link[0].rstrip(".,;")):
            yield _Mention(who, "statement", *link.span())


def _by_cues(cues: Cues, text: str, start: int, end: int) -> Iterator[_Mention]:
    for place in PLACES:
        if place == "line":
            found = _lines(cues, text, start, end)
        elif place == "dateline":
            found = (match for cue in cues.patterns[place] if (match := cue.match(text, start, end)))
        else:
            found = (match for cue in cues.patterns[place] for match in cue.finditer(text, start, end))
        for match in found:
            if who := _who(match, cues, text):
                yield _Mention(who, place, match.start(), match.end())


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    """The line without blanks and a full stop at its ends."""
    while end > start and (text[end - 1].isspace() or text[end - 1] == "."):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _lines(cues: Cues, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """A short line that is a credit, or a credit behind the last sentence of a paragraph."""
    stop = max((match.end() for match in _STOP.finditer(text, start, end)), default=start)
    for begin in dict.fromkeys((start, stop)):
        if end - begin <= _SHORT_LINE:
            place = _line(text, begin, end)
            yield from (match for cue in cues.patterns["line"] if (match := cue.fullmatch(text, *place)))


def _who(match: re.Match[str], cues: Cues, text: str) -> Named | None:
    groups = match.groupdict()
    if address := groups.get("address"):
        return at(address.rstrip("."))
    words = groups.get("quoted") or groups.get("bare") or ""
    if _DOMAIN.fullmatch(words):
        return at(words.lower())
    name_at = match.start("quoted") if groups.get("quoted") else match.start("bare")
    noun = bool(groups.get("noun")) or bool(cues.noun.search(text, max(0, name_at - 40), name_at))
    return known(words) if "known" in groups else named(words, noun=noun, credit="any" in groups)


def _share(page: Page, text: str, mentions: Iterable[_Mention]) -> float:
    """All for a credit of the page, most for words in headline or first paragraph, else the claims that it covers."""
    places = [(one.start, one.end) for one in mentions if one.place == "statement"]
    if any(one.place in ("telling", "line", "dateline") for one in mentions):
        return 1.0
    if any(start < _opening(page, text) for start, _ in places):
        return WHOLE
    if page.claims:
        return round(sum(_covers(places, claim) for claim in page.claims) / len(page.claims), 3)
    sentences = split(text, 0, len(text), page.lang)
    return round(sum(_within(places, start, end) for start, end in sentences) / max(1, len(sentences)), 3)


def _opening(page: Page, text: str) -> int:
    """Where the first paragraph of text ends, behind the headline."""
    ends = [match.end() for match in _PARAGRAPH.finditer(text)]
    title = page.document.title
    return ends[1 if title and text.startswith(title) and len(ends) > 1 else 0] if ends else 0


def _covers(places: Iterable[tuple[int, int]], claim: Claim) -> bool:
    return any(_within(places, one.start, one.end) for one in claim.evidence)


def _within(places: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in places)
