"""French future and conditional told by their endings, which leave no doubt where the infinitive is known.

Statistical taggers confuse the two with the imperfect and even with adverbs when the verb is rare. The forms are
regular: infinitive (less a final e) plus -ai -as -a -ons -ez -ont, or plus -ais -ait -ions -iez -aient; irregular
stems are a list.
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
SURE_ENDINGS = ("rront", "raient", "rait", "eront", "iront", "eraient")
"""Endings that hardly any other word has: even what the tagger took for another part of speech is looked at."""
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
    """UD features of a future or conditional form of the verb; None for any other form."""
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


def _accented(form: str, base: str) -> bool:
    """Verbs like "acheter", "appeler", "employer" change a vowel or double a letter before -er: achèter-, appeller-."""
    head = form[: len(base)]
    return len(head) == len(base) and head.translate(_PLAIN) == base.translate(_PLAIN)
