"""Reports with what a model without fault answers about them, for tests that ask an endpoint."""

import json
from typing import Any

from foedus.careful.request import Asked, Request, requests
from foedus.model.document import Document, make_document

MODEL = "recorded"
ASKED = Asked(MODEL)


def role(name: str, quote: str, kind: str, sentence: int = 1) -> dict[str, Any]:
    return {"role": name, "sentence": sentence, "quote": quote, "kind": kind, "via": None, "stands_for": None}


def claim(trigger: str, *roles: dict[str, Any], stage: str = "delivered", sentence: int = 1) -> dict[str, Any]:
    """A transfer that the report itself states."""
    return {
        "type": "transfer",
        "stage": stage,
        "trigger": {"sentence": sentence, "quote": trigger},
        "roles": list(roles),
        "quantity": None,
        "value": None,
        "when": None,
        "due": None,
        "polarity": "affirmed",
        "certainty": "certain",
        "standing": "stated",
        "voices": [],
        "also": [],
        "alternative": None,
    }


REPORTS: dict[str, tuple[str, str, list[dict[str, Any]]]] = {
    "one.txt": (
        "en",
        "Russia delivered S-400 systems to Turkey. The weather was fair.\n",
        [
            claim(
                "delivered",
                role("supplier", "Russia", "state"),
                role("recipient", "Turkey", "state"),
                role("item", "S-400", "system"),
            )
        ],
    ),
    "two.txt": (
        "fr",
        "La France a livré des canons Caesar à l'Ukraine. Il pleuvait sur le port.\n",
        [
            claim(
                "a livré",
                role("supplier", "La France", "state"),
                role("recipient", "Ukraine", "state"),
                role("item", "canons Caesar", "system"),
            )
        ],
    ),
    "three.txt": (
        "en",
        "The minister spoke for an hour. Germany delivered Leopard 2 tanks to Poland.\n",
        [
            claim(
                "delivered",
                role("supplier", "Germany", "state", 2),
                role("recipient", "Poland", "state", 2),
                role("item", "Leopard 2", "system", 2),
                sentence=2,
            )
        ],
    ),
}
QUIET = "The baker sold forty rolls, and the harbour slept.\n"
"""No word of it can make a claim."""


def document(name: str) -> Document:
    """As `foedus read NAME --lang LANG` takes it in."""
    lang, text, _ = REPORTS[name]
    return make_document(text, lang=lang)


def answer(name: str) -> str:
    """The model's words on a report."""
    return json.dumps({"claims": REPORTS[name][2]}, ensure_ascii=False)


def request(name: str) -> Request:
    """What is asked about a report."""
    (found,) = requests(document(name), ASKED)
    return found


def answers() -> dict[str, str]:
    """All answers by request."""
    return {request(name).id: answer(name) for name in REPORTS}
