"""Zones of a document: what each paragraph is, by its words, its place and what stands around it."""

from foedus.language.zones.reading import zones
from foedus.language.zones.wording import WORDLESS
from foedus.language.zones.zone import Zone, ZoneKind

__all__ = ["WORDLESS", "Zone", "ZoneKind", "zones"]
