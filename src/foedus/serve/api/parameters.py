"""What the parameters of addresses mean, for the OpenAPI document; their names are those of `asking.py`."""

from collections.abc import Sequence
from typing import Any, NamedTuple, get_args

from foedus.ledger.filters import PARTS, REVIEWED, ROLES, STAGES
from foedus.model.finding import Verdict
from foedus.model.vocabulary import CLAIM_TYPES, Certainty, Polarity, Standing, ZoneKind
from foedus.serve.views.register_asked import STANDINGS
from foedus.serve.views.register_links import STATUSES


class Told(NamedTuple):
    """What a parameter means, and its values where they are a list."""

    text: str
    values: Sequence[str] = ()


_DAY = "as EDTF, like 2022, 2022-05 or 2022-05-19"
_LEVEL = "a number from 0 to 1, or `sure`, `default`, `all`"
PARAMETERS: dict[str, Told] = {
    "about": Told("An entity in any role, by key or name in any language; of several any"),
    "with": Told("Another entity beside the one of `about`"),
    "role": Told(f"Who fills a role, as `supplier=BLR`. Roles: {', '.join(sorted(ROLES))}"),
    "voice": Told("Who says so, by key or name"),
    "type": Told("Types of claim", CLAIM_TYPES),
    "stage": Told("Stages", sorted(STAGES)),
    "lang": Told("Languages of documents, ISO 639-1"),
    "outlet": Told("Outlets, whatever the case and accents"),
    "standing": Told("On whose word", get_args(Standing)),
    "polarity": Told("Whether it is affirmed", get_args(Polarity)),
    "certainty": Told("How surely the text says so", get_args(Certainty)),
    "zone": Told("Where in the document", get_args(ZoneKind)),
    "has": Told("Parts that must be there", PARTS),
    "review": Told("What people judged; without it all but what was rejected", REVIEWED),
    "q": Told("Words to be found; in quotation marks one behind the other"),
    "from": Told(f"Happened on this day or later, {_DAY}"),
    "to": Told(f"Happened on this day or earlier, {_DAY}"),
    "published_from": Told(f"Published on this day or later, {_DAY}"),
    "published_by": Told(f"Published on this day or earlier, {_DAY}"),
    "as_of": Told(f"What the ledger knew at the end of this day, {_DAY}, or at an instant like 2022-05-19T14:00Z"),
    "since": Told("Only what the ledger learned from this day on, or since this instant"),
    "quoted": Told("Whether it stands in quotation marks"),
    "min_confidence": Told(f"The least confidence: {_LEVEL}"),
    "max_confidence": Told(f"Below this confidence: {_LEVEL}"),
    "supplier": Told("Suppliers, by key or name; `-` where unknown"),
    "recipient": Told("Recipients, likewise"),
    "item": Told("Items, likewise"),
    "status": Told("Where the transfer stands", STATUSES),
    "category": Told("Categories of items"),
    "year": Told("Years of order or delivery, in four digits"),
    "weakest": Told("The weakest standing that counts", STANDINGS),
    "held": Told("Also items without order and delivery"),
    "sort": Told("The order of the rows"),
    "action": Told("What a batch is, or what one of its judgements does"),
    "id": Told("An id, or the beginning of one"),
    "rule": Told("Rules by name, as docs/rules.md lists them; one's own too"),
    "verdict": Told("Verdicts, whichever viewpoint has them", get_args(Verdict)),
    "treaty": Told("The instrument that the duty stands in, by id or name"),
}


def described(parameter: dict[str, Any]) -> dict[str, Any]:
    """A parameter as FastAPI writes it, with what it means; Any because JSON nests. Queries have no null."""
    told = PARAMETERS.get(parameter["name"])
    found = parameter | {"schema": _plain(parameter["schema"])}
    if told is None:
        return found
    if told.values:
        place = found["schema"]["items"] if found["schema"].get("type") == "array" else found["schema"]
        place["enum"] = list(told.values)
    return found if parameter.get("description") else found | {"description": told.text}


def _plain(schema: dict[str, Any]) -> dict[str, Any]:
    kinds = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    rest = {name: value for name, value in schema.items() if name not in ("anyOf", "title", "description")}
    return rest | (dict(kinds[0]) if len(kinds) == 1 else {})
