"""A user's own spaCy pipeline behind the Pipeline protocol (extra `spacy`); it must give Universal Dependencies."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from threading import Lock
from typing import TYPE_CHECKING

from foedus.language.assemble import Assembler, Feats
from foedus.language.fold import fold
from foedus.language.labels import RELATIONS, harmonised
from foedus.language.lemmas import lemmatizer
from foedus.language.parse import Sentence
from foedus.language.tokens import token_spans
from foedus.model.errors import DataError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

BATCH = 64
Spans = list[tuple[int, int]]


class SpacyPipeline:
    """A loaded pipeline; tokens and lemmas are ours, so that lexicon and offsets hold whatever it would do."""

    def __init__(self, nlp: Language, lang: str) -> None:
        self.lang = lang
        self.name = f"spacy-{nlp.meta.get('lang')}_{nlp.meta.get('name')}"
        self.version = str(nlp.meta.get("version") or "0")
        self._nlp = nlp
        self._assembler = Assembler(lang, lemmatizer(lang))
        self._lock = Lock()

    @classmethod
    def named(cls, lang: str, name: str) -> SpacyPipeline:
        """The installed pipeline or the folder of that name. Raises DataError where it cannot be used, saying why."""
        try:
            import spacy  # noqa: PLC0415
        except ImportError as error:
            raise DataError(f"pipeline spacy:{name} needs spaCy: pip install 'foedus[spacy]'") from error
        try:
            nlp = spacy.load(name)
        except (OSError, ValueError, KeyError, ImportError) as error:
            raise DataError(f"pipeline spacy:{name} cannot be loaded: {str(error).splitlines()[0]}") from error
        if "parser" not in nlp.pipe_names:
            raise DataError(f"pipeline spacy:{name} has no parser: it has {', '.join(nlp.pipe_names) or 'nothing'}")
        given = {harmonised(label) for label in nlp.pipe_labels["parser"]} - {"ROOT"}
        if foreign := sorted(label for label in given if label.partition(":")[0] not in RELATIONS):
            raise DataError(
                f"pipeline spacy:{name} does not give Universal Dependencies (labels {', '.join(foreign[:5])} …): "
                "choose one trained on a UD treebank"
            )
        return cls(nlp, lang)

    def parse(self, text: str, spans: Sequence[tuple[int, int]]) -> list[Sentence]:
        """One tree per span with a word in it, in the order given; offsets are code points of `text`."""
        return self.parse_tokens(
            text, [places for start, end in spans if (places := token_spans(text, start, end, self.lang))]
        )

    def parse_tokens(self, text: str, places: Sequence[Spans]) -> list[Sentence]:
        """The same for sentences whose tokens are given by their offsets; none may be empty."""
        from spacy.tokens import Doc  # noqa: PLC0415

        folded = fold(text)

        def doc(spans: Spans) -> Doc:
            words = [folded[start:end] for start, end in spans]
            spaces = [before[1] < after[0] for before, after in pairwise(spans)]
            starts: list[bool | int | None] = [False] * len(words)
            starts[0] = True  # one sentence, whatever the parser thinks
            return Doc(self._nlp.vocab, words=words, spaces=[*spaces, False], sent_starts=starts)

        with self._lock, self._nlp.memory_zone():  # words met once are forgotten, so that memory does not grow
            parsed = self._nlp.pipe(map(doc, places), batch_size=BATCH)
            return [self._sentence(text, spans, found) for spans, found in zip(places, parsed, strict=True)]

    def _sentence(self, text: str, places: Spans, doc: Doc) -> Sentence:
        tags = [(token.pos_ or "X", _features(token)) for token in doc]
        arcs = [(token.head.i, _label(token)) for token in doc]
        return self._assembler.sentence(text, places, tags, arcs)


def _label(token: Token) -> str:
    return "root" if token.dep_ == "ROOT" else harmonised(token.dep_) or "dep"


def _features(token: Token) -> Feats:
    return {str(name): str(value) for name, value in token.morph.to_dict().items()}
