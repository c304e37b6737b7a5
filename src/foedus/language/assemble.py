"""Tags and arcs of a parser to a Sentence: one root, lemmas by table, features that an ending leaves no doubt about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from foedus.language.fold import fold
from foedus.language.lemmas import Lemmatizer
from foedus.language.moods import SURE_ENDINGS, mood
from foedus.language.parse import Sentence, Token
from foedus.language.trees import listed_names, one_root, one_subject, topic_apart, with_predicate

_INFINITIVE_IS_LEMMA = frozenset({"fr", "ru"})
_ENDINGS_TELL = frozenset({"fr"})
Feats = Mapping[str, str]
Tag = tuple[str, Feats]
Spans = Sequence[tuple[int, int]]


class Assembler:
    """Builds the sentences of one language."""

    def __init__(self, lang: str, lemmas: Lemmatizer) -> None:
        self._lemmas = lemmas
        self._infinitives = lang in _INFINITIVE_IS_LEMMA
        self._endings = lang in _ENDINGS_TELL

    def sentence(self, text: str, places: Spans, tags: Sequence[Tag], arcs: Sequence[tuple[int, str]]) -> Sentence:
        """The sentence whose tokens stand at `places`; an arc is a head (a root is its own) and a label."""
        parts = [upos for upos, _ in tags]
        forms = [text[start:end] for start, end in places]
        finite = [feats.get("VerbForm") == "Fin" for _, feats in tags]
        tree = with_predicate(one_root(arcs, parts), parts, forms, finite)
        tree = listed_names(one_subject(topic_apart(tree, forms), parts), parts, forms)
        tokens = []
        for i, ((start, end), (upos, feats), (head, dep)) in enumerate(zip(places, tags, tree, strict=True)):
            form = forms[i]
            infinitive = self._infinitives and feats.get("VerbForm") == "Inf"
            word = self._lemmas.lemma(fold(form), upos, infinitive, feats), upos, feats
            if self._endings:
                word = self._told_by_ending(form, *word)
            tokens.append(Token(i, start, end, form, *word, head, dep))
        return Sentence(places[0][0], places[-1][1], tuple(tokens))

    def _told_by_ending(self, form: str, lemma: str, upos: str, feats: Feats) -> tuple[str, str, Feats]:
        """Lemma, part of speech and features, corrected where a future or conditional ending leaves no doubt."""
        verb = upos in ("VERB", "AUX")
        if not verb and not (upos in ("ADV", "ADJ", "NOUN", "X") and form.endswith(SURE_ENDINGS)):
            return lemma, upos, feats
        infinitive = lemma if verb else self._lemmas.lemma(fold(form), "VERB", False)
        told = mood(form.lower(), infinitive)
        if told is None:
            return lemma, upos, feats
        return infinitive, upos if verb else "VERB", {**feats, **told}
