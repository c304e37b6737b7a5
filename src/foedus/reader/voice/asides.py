"""Voices put into a sentence beside what they report: "…, a fait savoir la radio", "selon X", "X l'assure : …".

Where the parser hangs them says little: they speak for their sentence, or for the part between semicolons.
"""

from collections.abc import Iterator

from foedus.language.parse import Token
from foedus.reader.lexicon import Lexicon
from foedus.reader.unit import VoiceCueKind
from foedus.reader.view import View
from foedus.reader.voice.aside import MARKS, Aside, clause_of, has_object, is_first, part_of, set_off, speaks_out
from foedus.reader.voice.crediting import credited
from foedus.reader.voice.cues import Cues, Found
from foedus.reader.voice.effects import NAMED, SAYING
from foedus.reader.voice.speakers import Speakers
from foedus.reader.voice.way import CLAUSE

_CLAUSES = ("ccomp", "csubj", "csubj:pass")
INTRODUCING: frozenset[VoiceCueKind] = frozenset({"say", "claim", "know", "announce", "confirm", "warn", "think"})
"""Kinds that may introduce what is said by a colon."""
_TO_COLON = 5
"""How many words may stand between a reporting clause and its colon."""


def asides(view: View, lexicon: Lexicon, cues: Cues, speakers: Speakers) -> list[Aside]:
    """The asides of a sentence, in text order."""
    found = list(_found(view, lexicon, cues, speakers))
    taken = {i for aside in found for i in aside.words}
    found += [aside for aside in credited(view, lexicon, cues, speakers) if aside.speaker.i not in taken]
    return sorted(found, key=lambda aside: (not _cites(lexicon, aside), min(aside.words)))


def _cites(lexicon: Lexicon, aside: Aside) -> bool:
    """Whether the aside names whom the sentence's own voice cites: the cited one is the nearer."""
    found = aside.found
    return (
        found is not None
        and bool(found.cue.words.accepted)
        and any(word in lexicon.cues("citing") for word in found.cue.words.words)
    )


def _found(view: View, lexicon: Lexicon, cues: Cues, speakers: Speakers) -> Iterator[Aside]:
    for some in cues.anchored.values():
        for one in some:
            found = _of_cue(view, lexicon, one, speakers)
            if found is not None:
                yield found
                break


def _of_cue(view: View, lexicon: Lexicon, one: Found, speakers: Speakers) -> Aside | None:
    if one.cue.kind in SAYING and one.cue.pos in ("verb", "adjective"):
        return _reporting(view, lexicon, one, speakers)
    if one.cue.kind in SAYING | NAMED and "comp" in one.cue.speaker and "main" in one.cue.statement:
        return _phrase(view, one, speakers)
    return None


def _phrase(view: View, one: Found, speakers: Speakers) -> Aside | None:
    """A source phrase: at the beginning it speaks for the whole sentence, else for its part."""
    speaker = speakers.of_phrase(one.tokens)
    if speaker is None or (one.cue.kind in NAMED and not speakers.may_bring(speaker)):
        return None
    inside = frozenset(view.sentence.subtree(speaker.i)) | frozenset(one.tokens)
    own = frozenset(i for i in inside if i >= min(one.tokens))
    first, last = part_of(view, min(one.tokens))
    if first == 0 and is_first(view, min(one.tokens)):
        last = len(view.tokens)
    return Aside(one, speaker, first, last, own, _host(view, speaker.i, own))


def _host(view: View, i: int, own: frozenset[int]) -> int | None:
    """The clause beside the main one in whose middle a phrase stands: "the drones, which according to X can fly, …"."""
    if not any(token.text in MARKS for token in view.tokens[:i]) or max(own) >= len(view.tokens) - 2:
        return None
    for token in (above for above in view.sentence.ancestors(i) if above.i not in own):
        if token.dep in ("acl:relcl", "acl", "advcl"):
            return token.i
        if token.dep in ("root", "ccomp", "conj", "parataxis"):
            return None
    return None


def _reporting(view: View, lexicon: Lexicon, one: Found, speakers: Speakers) -> Aside | None:
    """A reporting verb with its speaker and without a clause of its own, set off by a comma; or one before a colon."""
    verb = view.tokens[one.anchor]
    if one.cue.pos == "verb" and (not ({"quote"} | CLAUSE) & one.cue.statement or not speaks_out(view, verb)):
        return None
    speaker = speakers.of_verb(verb, one.cue.speaker)
    if len(one.tokens) > 1 and (speaker is None or speaker.head not in one.tokens):
        speaker = speakers.after(one.tokens) or speaker  # ", croit savoir le site"
    if speaker is None or speaker.i == verb.i or speaker.feats.get("PronType") in ("Rel", "Neg"):
        return None
    words = clause_of(view, verb, speaker)
    colon = next((token for token in view.tokens[max(words) + 1 :] if token.text == ":"), None)
    clauses = [child for child in view.sentence.dependents(verb.i, *_CLAUSES) if child.i not in one.tokens]
    complemented = any(_complements(view, verb, child) for child in clauses)
    introduces = one.cue.kind in INTRODUCING and not has_object(view, lexicon, verb, one.cue.addressee)
    if introduces and colon is not None and colon.i <= max(words) + _TO_COLON and not complemented:
        return Aside(one, speaker, colon.i, len(view.tokens), words)
    if one.cue.pos != "verb" or (complemented and speaker.i < verb.i) or not set_off(view, lexicon, min(words)):
        return None
    if has_object(view, lexicon, verb, one.cue.addressee):
        return None
    first, last = part_of(view, verb.i)
    return Aside(one, speaker, first, last, words)


def _complements(view: View, verb: Token, child: Token) -> bool:
    """Whether a clause behind the verb is what it reports: not one behind a comma."""
    first = view.sentence.subtree(child.i)[0]
    return verb.i < child.i and (
        first <= verb.i or view.tokens[first - 1].text not in ",;" or view.tokens[first].dep == "mark"
    )
