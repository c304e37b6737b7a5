"""medspaCy: the ConText algorithm with its own rules for English."""

from importlib import import_module

from bench.voice.peers.peer import Peer, Target, Tells, Told
from bench.voice.peers.spacy_doc import with_target


def _load() -> Tells:
    import_module("medspacy.context")
    nlp = import_module("spacy").blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("medspacy_context")

    def tells(target: Target) -> Told:
        said = with_target(nlp, target)._
        return Told(negated=said.is_negated, unsure=said.is_uncertain or said.is_hypothetical)

    return tells


MEDSPACY = Peer("medspacy", "en", _load, "ConText `is_negated`: negated; `is_uncertain` or `is_hypothetical`: unsure")
