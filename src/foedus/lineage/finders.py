"""All finders there are. A finder that is not here finds nothing."""

from foedus.lineage.citing.finder import CitationFinder
from foedus.lineage.copying.finder import CopyFinder
from foedus.lineage.crossing.finder import CrossingFinder
from foedus.lineage.finder import Finder
from foedus.lineage.versions import VersionFinder

FINDERS: tuple[Finder, ...] = (VersionFinder(), CopyFinder(), CrossingFinder(), CitationFinder())
