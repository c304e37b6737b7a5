"""Entries → Entity records, for run time."""

from foedus.gazetteer.source import LANGUAGES, Entry, Record, forms
from foedus.model.entity import Change, Entity, Office

_DATES = ("signed", "initialled", "in_force", "ended", "expiry", "start", "year", "valid")


def _list(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(str(item) for item in value) if isinstance(value, list) else (str(value),)


def _one(record: Record, *fields: str) -> str | None:
    """The first of the fields that is there; the first item of a list."""
    values = [value for field in fields for value in _list(record.get(field))]
    return values[0] if values else None


def _office(raw: Record) -> Office:
    return Office(
        role=raw["role"],
        of=raw["of"],
        to=raw.get("to"),
        since=_one(raw, "from"),
        until=_one(raw, "until"),
        current="until" in raw and raw["until"] is None,
    )


def _names(record: Record) -> dict[str, tuple[str, ...]]:
    """Sure names; ambiguous ones only where a language has no other, so that every entity can be called something."""
    named = {lang: tuple(forms(record, "names", lang)) for lang in LANGUAGES}
    if not any(named.values()):
        named = {lang: tuple(forms(record, "ambiguous", lang)) for lang in LANGUAGES}
    return {lang: names for lang, names in named.items() if names}


def to_entity(entry: Entry) -> Entity:
    """The record of one entry."""
    record = entry.record
    return Entity(
        key=entry.key,
        kind=entry.kind,
        names=_names(record),
        sub=_one(record, "sub", "type"),
        state=_one(record, "state", "states", "owner"),
        states=_list(record.get("states") or record.get("owner") or record.get("of")),
        makers=_list(record.get("maker")),
        company=record.get("company"),
        family=record.get("family"),
        category=record.get("category"),
        broader=record.get("broader"),
        members=_list(record.get("members")),
        changes=tuple(Change(c["member"], c["change"], _one(c, "when")) for c in record.get("changes") or ()),
        organisation=record.get("organisation"),
        parties=_list(record.get("parties") or record.get("participants")),
        host=record.get("host"),
        fr_gender={"masc": "Masc", "fem": "Fem"}.get(str(record.get("fr_article"))),
        place=_one(record, "place", "region"),
        claimed_by=_list(record.get("claimed_by")),
        offices=tuple(_office(office) for office in record.get("offices") or ()),
        sex=record.get("sex"),
        role=record.get("role"),
        level=record.get("level"),
        status=record.get("status"),
        dates={field: str(record[field]) for field in _DATES if field in record},
        verified=bool(record.get("verified", False)),
    )
