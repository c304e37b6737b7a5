"""For whom a person acts: the state of the office held, present office before past ones."""

from foedus.gazetteer.entities import Entities


def represents(entities: Entities, person: str) -> str | None:
    """Key of the state that a person speaks for; None for a person without a state's office."""
    offices = [office for office in entities.offices(person) if entities.kind(office.of) == "state"]
    present = [office for office in offices if office.current]
    latest = sorted(offices, key=lambda office: office.until or office.since or "")
    chosen = present[-1:] or latest[-1:]
    return chosen[0].of if chosen else None
