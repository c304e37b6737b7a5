"""Russian sentences parsed by slovnet (package natasha, MIT), as silver trees: it has read far more news than we may.

Kukushkin 2020; its labels are Universal Dependencies, harmonised here like those of the treebanks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from foedus.language.labels import harmonised
from training.parser.treebank import KEPT_FEATS, Tree, Word, with_bare_agents

BATCH = 1_000


def annotated(sentences: Iterable[Sequence[str]]) -> Iterator[Tree]:
    """Trees of sentences given as words. Raises SystemExit where natasha is not installed."""
    try:
        from natasha import NewsEmbedding, NewsMorphTagger, NewsSyntaxParser  # noqa: PLC0415
    except ImportError as error:
        raise SystemExit("--slovnet needs natasha: pip install natasha setuptools") from error
    embedding = NewsEmbedding()
    tagger, parser = NewsMorphTagger(embedding), NewsSyntaxParser(embedding)
    rest = iter(sentences)
    while batch := [list(sentence) for sentence in islice(rest, BATCH)]:
        for words, tags, arcs in zip(batch, tagger.map(batch), parser.map(batch), strict=True):
            heads = [int(token.head_id) - 1 for token in arcs.tokens]
            yield with_bare_agents(
                Tree(
                    tuple(
                        Word(
                            form=form,
                            lemma=form,
                            upos=tag.pos,
                            feats="|".join(f"{k}={v}" for k, v in sorted(tag.feats.items()) if k in KEPT_FEATS),
                            head=i if head < 0 else head,
                            dep="root" if head < 0 else harmonised(arc.rel),
                            space=True,
                        )
                        for i, (form, tag, arc, head) in enumerate(
                            zip(words, tags.tokens, arcs.tokens, heads, strict=True)
                        )
                    ),
                    doc="slovnet",
                )
            )
