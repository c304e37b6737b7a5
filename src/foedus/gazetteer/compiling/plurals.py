"""French and English plurals of nouns and phrases, by rule; a form too many does no harm, since nobody writes it."""

import re

_FR_STOP = re.compile(r"(?<=\s)(?:de|du|des|d'|à|au|aux|en|sur|par|pour|sans|contre|avec|dans|non)\b|(?<=\s)d'")
_FR_AUX_NOT = ("naval", "final", "fatal", "natal", "bancal")
_EN_STOP = re.compile(r"(?<=\s)(?:of|for|in|with|on|to|against)\b")
_EN_SAME = (
    "craft",
    "hardware",
    "software",
    "equipment",
    "ammunition",
    "weaponry",
    "artillery",
    "men",
    "aid",
    "munition's",
)


_EN_OES = ("edo", "argo", "ero")
"""Torpedoes, cargoes, heroes."""


def french_word(word: str) -> str:
    """The plural of one French noun or adjective."""
    if not word or word[-1] in "sxz" or not word[-1].isalpha():
        return word
    if word.endswith("al") and not word.endswith(_FR_AUX_NOT):
        return word[:-2] + "aux"
    if word.endswith(("eau", "eu", "au")) and not word.endswith(("bleu", "pneu")):
        return word + "x"
    return word + "s"


def french(phrase: str) -> set[str]:
    """Plurals of a French phrase: every word up to the first preposition; compounds with a hyphen both ways.

    A last word behind the preposition may be the head's adjective: "transports de troupes blindés".
    """
    stop = _FR_STOP.search(phrase)
    head, tail = (phrase[: stop.start()], phrase[stop.start() :]) if stop else (phrase, "")
    words = head.split(" ")
    bare = " ".join(word if "-" in word else french_word(word) for word in words) + tail
    full = " ".join("-".join(_compound(word)) for word in words) + tail
    front, _, last = tail.rpartition(" ")
    agreed = {bare.removesuffix(tail) + front + " " + french_word(last)} if front else set()
    return {bare, full} | agreed


def _compound(word: str) -> list[str]:
    """sous-marin → sous-marins, drone-cargo → drones-cargo is not made: only the last part takes the mark."""
    *front, last = word.split("-")
    return [*front, french_word(last)]


def english_word(word: str) -> str:
    """The plural of one English noun; the word itself where it is plural already or has no plural."""
    lower = word.lower()
    if not word or lower.endswith(_EN_SAME):
        return word
    if lower.endswith("man"):
        return word[:-2] + "en"
    if lower.endswith(("ss", "x", "ch", "sh", *_EN_OES)):
        return word + "es"
    if lower.endswith("s"):
        return word
    if lower.endswith("y") and len(word) > 1 and lower[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def english(phrase: str) -> set[str]:
    """Plurals of an English phrase: its last word before a preposition."""
    stop = _EN_STOP.search(phrase)
    head, tail = (phrase[: stop.start()].rstrip(), " " + phrase[stop.start() :]) if stop else (phrase, "")
    front, space, last = head.rpartition(" ")
    return {front + space + english_word(last) + tail}


def plurals(phrase: str, lang: str) -> set[str]:
    """The plurals of a phrase in French or English; none elsewhere."""
    made = french(phrase) if lang == "fr" else english(phrase) if lang == "en" else set()
    return made - {phrase}


def designation_plurals(name: str, lang: str) -> set[str]:
    """A weapon's name in the plural: Rafales, and in English also F-16s."""
    last = re.split(r"[\s-]", name)[-1]
    if lang not in ("fr", "en") or not last or last[-1] in "sxz" or not last[-1].isalnum():
        return set()
    if any(part.isdigit() for part in last) or len(last) < 3:
        return {name + "s"} if lang == "en" and (len(last) > 1 or last.isdigit()) else set()
    return {name + "s"} if not (lang == "fr" and last.isupper()) else set()
