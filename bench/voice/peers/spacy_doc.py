"""A target as the one entity of a spaCy document: what rule systems of clinical notes ask for."""

from typing import Any

from bench.voice.peers.peer import Target

LABEL = "EVENT"


def with_target(nlp: Any, target: Target) -> Any:  # noqa: ANN401 - spaCy's types are of an environment of its own
    """The text through the pipeline, whose entity is the target."""
    doc = nlp.make_doc(target.text)
    doc.ents = [doc.char_span(target.start, target.end, label=LABEL, alignment_mode="expand")]
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc.ents[0]
