"""The words of the two scales, in the languages of the interface; no letter stands with a digit."""

from collections.abc import Mapping
from typing import Literal

from foedus.lineage.grading.letters import Digit, Letter

Lang = Literal["en", "fr"]

LETTERS: Mapping[Lang, Mapping[Letter, str]] = {
    "en": {
        "A": "completely reliable",
        "B": "usually reliable",
        "C": "fairly reliable",
        "D": "not usually reliable",
        "E": "unreliable",
        "F": "cannot be judged",
    },
    "fr": {
        "A": "totalement fiable",
        "B": "habituellement fiable",
        "C": "assez fiable",
        "D": "pas habituellement fiable",
        "E": "non fiable",
        "F": "fiabilité non évaluable",
    },
}

DIGITS: Mapping[Lang, Mapping[Digit, str]] = {
    "en": {
        1: "confirmed by other sources",
        2: "probably true",
        3: "possibly true",
        4: "doubtful",
        5: "improbable",
        6: "cannot be judged",
    },
    "fr": {
        1: "confirmé par d’autres sources",
        2: "probablement vrai",
        3: "peut-être vrai",
        4: "douteux",
        5: "improbable",
        6: "véracité non évaluable",
    },
}
