"""Voices told by punctuation alone: "Kiev : …", "… — Interfax", "… (ministère)", a verb after a quotation."""

from collections.abc import Iterator, Sequence

from foedus.language.parse import Token
from foedus.reader.lexicon import Lexicon
from foedus.reader.relations import SUBJECTS, VERBAL, preposition
from foedus.reader.view import View
from foedus.reader.voice.aside import Aside, clause_of, has_object, part_of, set_off, speaks_out
from foedus.reader.voice.cues import Cues
from foedus.reader.voice.effects import word_cue
from foedus.reader.voice.speakers import Speakers

LONGEST_LABEL = 9
"""Words of a label before its colon, at most."""
LONGEST_CREDIT = 6
_DASHES = frozenset("–—-−")
_QUOTES = frozenset('«»“”"„')


def credited(view: View, lexicon: Lexicon, cues: Cues, speakers: Speakers) -> Iterator[Aside]:
    """Asides without a word of saying: a label, a credit, an unlisted verb put in."""
    for found in (_label(view, speakers), _credit(view, speakers)):
        if found is not None:
            yield found
    for token in view.tokens:
        if token.upos == "VERB" and not any(one.cue.kind in _SPEECH for one in cues.anchored.get(token.i, ())):
            aside = _unlisted(view, lexicon, token, speakers)
            if aside is not None:
                yield aside


_SPEECH = frozenset({"say", "claim", "know", "announce", "confirm", "think", "doubt", "warn", "ask", "promise", "deny"})


def _label(view: View, speakers: Speakers) -> Aside | None:
    """A speaker before a colon: a bare phrase at the sentence's beginning, or the subject of a short clause before a
    quotation."""
    tokens = view.tokens
    colon = next((token for token in tokens if token.text == ":"), None)
    if colon is None or colon.i == 0 or colon.i >= len(tokens) - 1:
        return None
    before = tokens[: colon.i]
    if any(token.upos in VERBAL and token.feats.get("VerbForm") == "Fin" for token in before):
        quoted = tokens[colon.i + 1].text in _QUOTES
        speaker = next((token for token in before if token.dep.startswith(SUBJECTS)), None) if quoted else None
    else:
        head = view.sentence.head_of(before[0].start, before[-1].end)
        speaker = tokens[head] if head is not None and _is_label(view, before, head, speakers) else None
    if speaker is None or not speakers.may_speak(speaker):
        return None
    return Aside(None, speaker, colon.i, len(tokens), frozenset(range(colon.i)), cue=word_cue("voice", colon))


def _is_label(view: View, before: Sequence[Token], head: int, speakers: Speakers) -> bool:
    """Whether words are a name or an office alone; "Tchad : …", "NEW DELHI: …" say where."""
    short = len(before) <= LONGEST_LABEL and not any(token.text in ",;." for token in before)
    words = [token.text for token in before if token.text.isalpha()]
    titled = any(speakers.is_office(token) for token in before)
    placed = speakers.is_country(view.tokens[head]) or (all(word.isupper() for word in words) and not titled)
    return short and not placed and preposition(view.sentence, head) is None


def _credit(view: View, speakers: Speakers) -> Aside | None:
    """Who is credited at the end, behind a dash or in brackets."""
    tokens = view.tokens
    last = len(tokens)
    while last and tokens[last - 1].text in '.»”"':
        last -= 1
    if last and tokens[last - 1].text == ")":
        first = next((k for k in range(last - 1, max(-1, last - LONGEST_CREDIT), -1) if tokens[k].text == "("), None)
        end = last - 1
    else:
        first = next((k for k in range(last - 1, max(0, last - LONGEST_CREDIT), -1) if tokens[k].text in _DASHES), None)
        end = last
    if first is None or first + 1 >= end or first == 0:
        return None
    inside = tokens[first + 1 : end]
    head = view.sentence.head_of(inside[0].start, inside[-1].end)
    if head is None or any(token.upos in VERBAL or token.upos == "ADP" or token.text == "," for token in inside):
        return None
    early = first < len(tokens) // 2 or _spaced_dash_lacks(view, first)
    if early or not speakers.may_speak(tokens[head]) or speakers.is_country(tokens[head]):
        return None
    words = frozenset(range(first, last))
    return Aside(None, tokens[head], 0, first, words, cue=word_cue("voice", tokens[first]))


def _spaced_dash_lacks(view: View, i: int) -> bool:
    """A hyphen inside a word is no dash."""
    token = view.tokens[i]
    return token.text in _DASHES and not view.text[token.end : token.end + 1].isspace()


def _unlisted(view: View, lexicon: Lexicon, verb: Token, speakers: Speakers) -> Aside | None:
    """A verb that the lexicon has not as one of saying, put in behind a comma with its subject after it, or behind a
    quotation: ", a énuméré le ministre"."""
    if not speaks_out(view, verb) or verb.dep not in ("parataxis", "root", "advcl", "conj", "acl", "dep", "ccomp"):
        return None
    speaker = speakers.of_verb(verb)
    if speaker is None or speaker.i == verb.i or not speakers.may_speak(speaker):
        return None
    words = clause_of(view, verb, speaker)
    first = min(words)
    if has_object(view, lexicon, verb, ()) or any(view.sentence.dependents(verb.i, "ccomp")) or first == 0:
        return None
    behind_quote = _behind_quote(view, first)
    aside = verb.dep in ("parataxis", "advcl") and set_off(view, lexicon, first)
    inverted = speaker.i > verb.i and aside and _ends(view, max(words))
    if not (behind_quote or inverted) or (speaker.i < verb.i and not behind_quote):
        return None
    start, end = part_of(view, verb.i)
    return Aside(None, speaker, start, end, words, cue=word_cue("voice", verb))


def _behind_quote(view: View, first: int) -> bool:
    """Whether a quotation has just been closed before the clause."""
    before = view.tokens[max(0, first - 3) : first]
    marks = [token for token in before if token.text in _QUOTES]
    if not marks or any(token.upos != "PUNCT" for token in before[before.index(marks[-1]) :]):
        return False
    around = view.tokens[max(0, marks[-1].i - 1) : first]
    return any(token.text in ",!?…" for token in around)


def _ends(view: View, last: int) -> bool:
    """Whether a clause ends its sentence or stands before a mark."""
    return last >= len(view.tokens) - 2 or view.tokens[last + 1].text in ",;—–"
