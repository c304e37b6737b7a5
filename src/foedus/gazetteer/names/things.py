"""Systems, organisations and places by the word beside them: "frégate Mogami", "компания «Велмар»", "à Kayes"."""

from typing import get_args

from foedus.gazetteer.names.beside import Beside, next_word, plain
from foedus.gazetteer.names.name import Name, NameKind

_SAME = {"company": "organisation", "armed_group": "organisation", "base": "place"}
_MOST_WORDS_OF_A_PLACE = 3
_NO_PLACE = ("body", "unit", "title", "stop", "exercise", "opening")


def system(at: Beside) -> Name | None:
    """A name directly behind a word for a class of arms: "frégate Mogami", "ракета «Циркон»"."""
    if at.left and at.is_a(at.left[-1], "system_class") and not at.is_a(at.candidate.words[0], "title", "body"):
        return at.name("system", "system-word", at.left[-1])
    phrase = at.words.phrase("system_class", at.left)
    if phrase:
        return at.name("system", "system-word", phrase)
    first, *rest = at.candidate.words
    if rest and at.is_a(first, "system_class") and (first.isupper() or at.lang != "en"):
        start = at.candidate.start if first.isupper() else next_word(at.text, at.candidate.start)
        return at.name("system", "system-word", first, start)
    mention = at.known.ending(at.candidate.outer_start - 1)
    if mention and mention.senses[0].kind == "item_class" and mention.senses[0].certain and at.lang != "en":
        return at.name("system", "system-word", mention.text)
    return None


def company(at: Beside) -> Name | None:
    """A name directly behind a word for a company, a paper or a party."""
    if at.left and at.is_a(at.left[-1], "org_class") and not at.is_a(at.candidate.words[0], "title"):
        return at.name("organisation", "class-word", at.left[-1])
    return None


def outlet(at: Beside) -> Name | None:
    """A news agency or paper that is often named without a word that tells what it is."""
    if " ".join(at.candidate.words).lower() in at.words.outlets:
        return at.name("organisation", "outlet", at.text[at.candidate.start : at.candidate.end])
    return None


def place(at: Beside) -> Name | None:
    """A name behind "à", "in", "близ", or that begins with "Port", "Camp"."""
    one = at.candidate
    if one.quoted or len(one.words) > _MOST_WORDS_OF_A_PLACE or not all(plain(word) for word in one.words):
        return None
    if any(at.is_a(word.split("-")[0], *_NO_PLACE) for word in one.words):
        return None
    if len(one.words) > 1 and at.is_a(one.words[0], "place_head"):
        return at.name("place", "place-head", one.words[0])
    cue = at.words.phrase("place_before", at.left)
    if not cue or (len(one.words) > 1 and at.is_a(cue, "place_weak")):
        return None
    follower = at.right[0] if at.right and at.text[one.end].isspace() else ""
    if at.is_a(follower, "region"):
        return at.name("place", "place-word", cue, -1, at.text.index(follower, one.end) + len(follower))
    describes = at.words.adjectival(one.words[-1]) and follower.islower() and not at.is_a(follower, "function")
    return None if describes else at.name("place", "place-word", cue)  # not "to Karen rebels", "в Алавитских горах"


def unsure(at: Beside) -> Name | None:
    """A name that the gazetteer knows among others, alone in its run of two words or more: its kind is taken."""
    one = at.candidate
    mention = at.known.starting(one.start)
    if not mention or mention.end != one.end or len(one.words) < 2:
        return None
    kinds = {_SAME.get(sense.kind, sense.kind) for sense in mention.senses}
    for kind in get_args(NameKind):
        if kinds == {kind}:
            return at.name(kind, "unsure", mention.text)
    return None


def acronym(at: Beside) -> Name | None:
    """Three to six capitals behind an article, in a text that is not all capitals."""
    one = at.candidate
    word = one.words[0]
    if len(one.words) > 1 or one.quoted or not (3 <= len(word) <= 6 and word.isupper() and word.isalpha()):
        return None
    if not at.left or not at.is_a(at.left[-1], "article") or any(near.isupper() for near in at.right[:1]):
        return None
    if at.is_a(word, "no_acronym") or at.known.starting(one.start):
        return None
    return at.name("organisation", "acronym", at.left[-1])
