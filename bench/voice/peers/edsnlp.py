"""EDS-NLP: rules of the Paris hospitals' clinical data warehouse for French: negation, hypothesis, reported speech."""

from importlib import import_module

from bench.voice.peers.peer import Peer, Target, Tells, Told
from bench.voice.peers.spacy_doc import with_target


def _load() -> Tells:
    nlp = import_module("edsnlp").blank("eds")
    for name in ("eds.sentences", "eds.negation", "eds.hypothesis", "eds.reported_speech"):
        nlp.add_pipe(name)

    def tells(target: Target) -> Told:
        said = with_target(nlp, target)._
        return Told(negated=said.negation, unsure=said.hypothesis, reported=said.reported_speech)

    return tells


EDSNLP = Peer(
    "edsnlp",
    "fr",
    _load,
    "`eds.negation`: negated; `eds.hypothesis`: unsure; `eds.reported_speech`: reported",
)
