"""One sentence as the reader sees it: the parse, the names found in it, and where it stands in the document."""

from collections.abc import Sequence
from typing import NamedTuple

from foedus.gazetteer.mention import Mention
from foedus.language.parse import Sentence, Token
from foedus.model.vocabulary import ZoneKind
from foedus.reader.relations import SUBJECTS


class Anchored(NamedTuple):
    """A name and the token that heads it in the tree."""

    mention: Mention
    head: int
    tokens: range


class View:
    """A sentence with its names anchored in the tree.

    `text` is the document's, `index` the sentence's place among the document's sentences, `paragraph` its paragraph's.
    """

    def __init__(  # noqa: PLR0917
        self, text: str, index: int, sentence: Sentence, mentions: Sequence[Mention], zone: ZoneKind, paragraph: int
    ) -> None:
        self.text = text
        self.index = index
        self.sentence = sentence
        self.zone = zone
        self.paragraph = paragraph
        self.names: list[Anchored] = []
        self._at: dict[int, Anchored] = {}
        for mention in mentions:
            head = sentence.head_of(mention.start, mention.end)
            if head is None:
                continue
            anchored = Anchored(mention, head, sentence.covering(mention.start, mention.end))
            self.names.append(anchored)
            for i in anchored.tokens:
                self._at.setdefault(i, anchored)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens

    def name_at(self, i: int) -> Anchored | None:
        """The name that covers token i."""
        return self._at.get(i)

    def lemma(self, i: int) -> str:
        """Lower-case lemma of token i."""
        return self.sentence.tokens[i].lemma.lower()

    def is_subject(self, i: int) -> bool:
        """Whether the word at i is a subject, or names one ("the Turkish company", "Paris and Berlin")."""
        token = self.tokens[i]
        for _ in range(3):
            if token.dep in SUBJECTS:
                return True
            if token.dep not in ("flat", "appos", "nmod", "compound", "conj", "amod"):
                return False
            token = self.tokens[token.head]
        return False
