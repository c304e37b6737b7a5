"""French future, conditional and past historic told by their endings, which leave no doubt with a known infinitive.

Statistical taggers confuse the first two with the imperfect and even with adverbs when the verb is rare, the third
with participles. Future and conditional are regular: infinitive (less a final e) plus -ai -as -a -ons -ez -ont, or
plus -ais -ait -ions -iez -aient; irregular stems are a list. In the past historic only the third persons are told:
-a and -èrent of verbs in -er, -irent, -urent and -inrent of others.
"""

from collections.abc import Mapping

FUTURE: Mapping[str, tuple[str, str]] = {
    "ai": ("1", "Sing"),
    "as": ("2", "Sing"),
    "a": ("3", "Sing"),
    "ons": ("1", "Plur"),
    "ez": ("2", "Plur"),
    "ont": ("3", "Plur"),
}
CONDITIONAL: Mapping[str, tuple[str, str]] = {
    "ais": ("1", "Sing"),
    "ait": ("3", "Sing"),
    "ions": ("1", "Plur"),
    "iez": ("2", "Plur"),
    "aient": ("3", "Plur"),
}
SURE_ENDINGS = ("rront", "raient", "rait", "eront", "iront", "eraient", "èrent")
"""Endings that hardly any other word has: even what the tagger took for another part of speech is looked at."""
_PAST_PLURAL = ("irent", "urent", "inrent")
_PRESENT_LIKE_PAST = ("courir", "mourir")  # "courent" is present
_PAST = {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin", "Person": "3"}
_PLAIN = str.maketrans("éèi", "eey")
_STEMS = {
    "être": "ser",
    "avoir": "aur",
    "aller": "ir",
    "pouvoir": "pourr",
    "devoir": "devr",
    "faire": "fer",
    "vouloir": "voudr",
    "falloir": "faudr",
    "savoir": "saur",
    "valoir": "vaudr",
    "mourir": "mourr",
}
_STEM_ENDINGS = (
    ("prévoir", "prévoir"),
    ("pourvoir", "pourvoir"),
    ("evoir", "evr"),
    ("venir", "viendr"),
    ("tenir", "tiendr"),
    ("voyer", "verr"),
    ("voir", "verr"),
    ("courir", "courr"),
    ("quérir", "querr"),
    ("cueillir", "cueiller"),
)


def stem(infinitive: str) -> str:
    """The stem of future and conditional."""
    if infinitive in _STEMS:
        return _STEMS[infinitive]
    for ending, changed in _STEM_ENDINGS:
        if infinitive.endswith(ending):
            return infinitive.removesuffix(ending) + changed
    return infinitive.removesuffix("e")


def mood(form: str, infinitive: str) -> Mapping[str, str] | None:
    """UD features of a future, conditional or past historic form of the verb; None for any other form."""
    past = _past(form, infinitive)
    if past:
        return past
    base = stem(infinitive)
    if not form.startswith(base) and not _accented(form, base):
        return None
    ending = form[len(base) :]
    if ending in CONDITIONAL:
        person, number = CONDITIONAL[ending]
        return {"Mood": "Cnd", "Tense": "Pres", "VerbForm": "Fin", "Person": person, "Number": number}
    if ending in FUTURE:
        person, number = FUTURE[ending]
        return {"Mood": "Ind", "Tense": "Fut", "VerbForm": "Fin", "Person": person, "Number": number}
    return None


def _past(form: str, infinitive: str) -> Mapping[str, str] | None:
    """The third persons of the past historic: livra, engagèrent, vendirent."""
    if infinitive.endswith("er") and infinitive != "aller":
        base = infinitive[:-2]
        soft = {"c": base[:-1] + "ç", "g": base + "e"}.get(base[-1:], base)
        number = {soft + "a": "Sing", base + "èrent": "Plur"}.get(form)
        return {**_PAST, "Number": number} if number else None
    told = form.endswith(_PAST_PLURAL) and not infinitive.endswith(("er", *_PRESENT_LIKE_PAST))
    return {**_PAST, "Number": "Plur"} if told else None


def _accented(form: str, base: str) -> bool:
    """Verbs like "acheter", "appeler", "employer" change a vowel or double a letter before -er: achèter-, appeller-."""
    head = form[: len(base)]
    return len(head) == len(base) and head.translate(_PLAIN) == base.translate(_PLAIN)
