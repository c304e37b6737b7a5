"""A spaCy pipeline of one sentence, as a user might bring one."""

from pathlib import Path

import spacy
from spacy.tokens import Doc
from spacy.training import Example


def tiny_pipeline(folder: Path, subject: str = "nsubj", thing: str = "obj:lvc") -> str:
    """The choice of a pipeline in the folder that has learnt "Turkey delivered drones" by heart."""
    nlp = spacy.blank("xx")
    nlp.meta["name"] = "tiny"
    nlp.add_pipe("morphologizer")
    nlp.add_pipe("parser", config={"min_action_freq": 1})
    words = "Turkey delivered drones".split()
    gold = Doc(
        nlp.vocab,
        words=words,
        heads=[1, 1, 1],
        deps=[subject, "ROOT", thing],
        pos=["PROPN", "VERB", "NOUN"],
        morphs=["", "Mood=Ind|Tense=Past|VerbForm=Fin", "Number=Plur"],
    )
    examples = [Example(Doc(nlp.vocab, words=words), gold)]
    nlp.initialize(lambda: examples)
    for _ in range(40):
        nlp.update(examples)
    nlp.to_disk(folder)
    return f"spacy:{folder}"
