"""negspacy: NegEx as a spaCy component, English, with its own list of words for text that is not clinical."""

from importlib import import_module

from bench.voice.peers.peer import Peer, Target, Tells, Told
from bench.voice.peers.spacy_doc import with_target


def _load() -> Tells:
    nlp = import_module("spacy").blank("en")
    nlp.add_pipe("sentencizer")
    words = import_module("negspacy.termsets").termset("en").get_patterns()
    import_module("negspacy.negation")
    nlp.add_pipe("negex", config={"neg_termset": words})

    def tells(target: Target) -> Told:
        return Told(negated=with_target(nlp, target)._.negex)

    return tells


NEGSPACY = Peer("negspacy", "en", _load, "`negex` (its list of words `en`): negated")
