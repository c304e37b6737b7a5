"""Whether a document reads like machine-spun or badly translated text, and which words say so."""

from foedus.reader.garble.assess import assess
from foedus.reader.garble.assessment import Assessment
from foedus.reader.garble.suspect import Suspect

__all__ = ["Assessment", "Suspect", "assess"]
