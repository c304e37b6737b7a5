"""A spaCy pipeline (tagger and dependency parser) behind the Pipeline protocol; tokens, lemmas and roots are ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import as_file
from itertools import pairwise
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
import spacy
from spacy.tokens import Doc

from foedus.language.fold import fold
from foedus.language.knowledge import pipeline_folder
from foedus.language.lemmas import Lemmatizer, lemmatizer
from foedus.language.matrices import quicken
from foedus.language.moods import SURE_ENDINGS, mood
from foedus.language.parse import Sentence, Token
from foedus.language.tokens import token_spans
from foedus.language.trees import one_root
from foedus.model.errors import DataError

if TYPE_CHECKING:
    from spacy.language import Language

BATCH = 64
_INFINITIVE_IS_LEMMA = frozenset({"fr"})
_ENDINGS_TELL = frozenset({"fr"})
Spans = list[tuple[int, int]]


class SpacyPipeline:
    """One language's trained pipeline; `parse` is pure, the loaded weights are only read."""

    def __init__(self, nlp: Language, lang: str, lemmas: Lemmatizer) -> None:
        quicken(nlp)
        self.lang = lang
        self.name = str(nlp.meta.get("name") or lang)
        self.version = str(nlp.meta.get("version") or "0")
        self._nlp = nlp
        self._lemmas = lemmas
        self._lock = Lock()
        self._feats: dict[int, dict[str, str]] = {}

    @classmethod
    def shipped(cls, lang: str) -> SpacyPipeline:
        """The pipeline of data/pipelines/LANG. Raises DataError where its files are missing or unreadable."""
        folder = pipeline_folder(lang)
        if not (folder / "config.cfg").is_file():
            raise DataError(f"{folder} holds no pipeline: install foedus again, or train it (training/parser/)")
        try:
            with as_file(folder) as path:
                nlp = spacy.load(path)
        except (OSError, ValueError, KeyError) as error:
            raise DataError(f"{folder} cannot be loaded ({error}): install foedus again") from error
        return cls(nlp, lang, lemmatizer(lang))

    def parse(self, text: str, spans: Sequence[tuple[int, int]]) -> list[Sentence]:
        """One tree per span with a word in it, in the order given; offsets are code points of `text`."""
        return self.parse_tokens(
            text, [places for start, end in spans if (places := token_spans(text, start, end, self.lang))]
        )

    def parse_tokens(self, text: str, places: Sequence[Spans]) -> list[Sentence]:
        """The same for sentences whose tokens are given by their offsets; none may be empty."""
        folded = fold(text)
        with self._lock, self._nlp.memory_zone():  # words met once are forgotten, so that memory does not grow
            parsed = self._nlp.pipe((self._doc(folded, words) for words in places), batch_size=BATCH)
            return [self._sentence(text, words, doc) for words, doc in zip(places, parsed, strict=True)]

    def _doc(self, folded: str, places: Spans) -> Doc:
        words = [folded[start:end] for start, end in places]
        spaces = [before[1] < after[0] for before, after in pairwise(places)]
        starts: list[bool | int | None] = [False] * len(words)
        starts[0] = True  # one sentence, whatever the parser thinks
        return Doc(self._nlp.vocab, words=words, spaces=[*spaces, False], sent_starts=starts)

    def _sentence(self, text: str, places: Spans, doc: Doc) -> Sentence:
        tags = list(self._tags(doc))
        tree = one_root([(head, dep) for _, _, head, dep in tags], [upos for upos, _, _, _ in tags])
        tokens = []
        for i, ((start, end), (upos, feats, _, _), (head, dep)) in enumerate(zip(places, tags, tree, strict=True)):
            form = text[start:end]
            infinitive = self.lang in _INFINITIVE_IS_LEMMA and feats.get("VerbForm") == "Inf"
            word = self._lemmas.lemma(fold(form), upos, infinitive), upos, feats
            if self.lang in _ENDINGS_TELL:
                word = self._told_by_ending(form, *word)
            tokens.append(Token(i, start, end, form, *word, head, dep))
        return Sentence(places[0][0], places[-1][1], tuple(tokens))

    def _told_by_ending(
        self, form: str, lemma: str, upos: str, feats: dict[str, str]
    ) -> tuple[str, str, dict[str, str]]:
        """Lemma, part of speech and features, corrected where a future or conditional ending leaves no doubt."""
        verb = upos in ("VERB", "AUX")
        if not verb and not (upos in ("ADV", "ADJ", "NOUN", "X") and form.endswith(SURE_ENDINGS)):
            return lemma, upos, feats
        infinitive = lemma if verb else self._lemmas.lemma(fold(form), "VERB", False)
        told = mood(form.lower(), infinitive)
        if told is None:
            return lemma, upos, feats
        return infinitive, upos if verb else "VERB", {**feats, **told}

    def _tags(self, doc: Doc) -> Iterator[tuple[str, dict[str, str], int, str]]:
        """Part of speech, features, head and label of each token."""
        strings = self._nlp.vocab.strings
        rows: Any = doc.to_array(["POS", "MORPH", "HEAD", "DEP"])
        heads = rows[:, 2].astype(np.int64)
        for i, (pos, morph, _, dep) in enumerate(rows.tolist()):
            if morph not in self._feats:
                self._feats[morph] = _features(strings[morph])
            label = strings[dep] or "dep"
            yield strings[pos] or "X", self._feats[morph], i + int(heads[i]), "root" if label == "ROOT" else label


def _features(morph: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in morph.split("|") if "=" in pair)
