"""The phrases around a trigger by their relation to it: its own, those it shares, those of the word above a noun.

Looser than the relations that fill roles (`reader.relations`): it only has to tell claims from other uses.
"""

from collections.abc import Collection, Iterator, Mapping

from foedus.language.parse import Sentence, Token
from foedus.reader.lexicon.words import normal

Pair = tuple[str, int]
_PLAIN = {"obj": "obj", "iobj": "iobj", "csubj": "subj", "amod": "amod", "compound": "compound", "det": "det",
          "flat": "flat", "appos": "appos", "xcomp": "xcomp", "ccomp": "ccomp", "advcl": "advcl", "acl": "acl",
          "conj": "conj", "advmod": "advmod", "mark": "mark", "aux": "aux", "cop": "cop", "nummod": "nummod",
          "parataxis": "parataxis"}  # fmt: skip
_VERBAL = frozenset({"VERB", "AUX"})
OWN = frozenset(
    {"subj", "obj", "iobj", "agent", "amod", "compound", "qualified", "relative", "shared", "flat", "appos"}
)


def around(sentence: Sentence, i: int, inside: Collection[int], contracted: Mapping[str, str]) -> list[Pair]:
    """Relation and head of the phrases around the hit with the words `inside`, anchored at i."""
    tokens = sentence.tokens
    passive = any(child.dep in ("aux:pass", "nsubj:pass") for child in sentence.dependents(i))
    found: list[Pair] = []
    for place in (i, *(other for other in inside if other != i)):
        for child in sentence.dependents(place):
            if child.i not in inside:
                relation = _relation(sentence, child, contracted, passive=passive)
                if relation:
                    found.append((relation, child.i))
    token = tokens[i]
    if token.head != i:
        has_subject = any(relation == "subj" for relation, _ in found)
        found += _shared(sentence, token, has_subject=has_subject)
    return found


def _relation(sentence: Sentence, child: Token, contracted: Mapping[str, str], *, passive: bool) -> str | None:
    label = child.dep
    base = label.partition(":")[0]
    if base == "nsubj":
        return "obj" if passive or label == "nsubj:pass" else "subj"
    if label == "obl:agent":
        return "agent"
    if base in ("obl", "nmod"):
        cases = [normal(case.text) for case in sentence.dependents(child.i, "case")][:2]
        if cases:
            return "p:" + "_".join(contracted.get(case, case) for case in cases)
        return "p:" + child.feats.get("Case", "poss").lower()
    return _PLAIN.get(base)


def _shared(sentence: Sentence, token: Token, *, has_subject: bool) -> Iterator[Pair]:
    head = sentence.tokens[token.head]
    if token.dep in ("acl", "amod") and token.upos in ("VERB", "ADJ"):
        yield "qualified", head.i
    elif token.dep == "acl:relcl":
        yield "relative", head.i
    elif token.dep in ("conj", "xcomp", "advcl") and not has_subject:
        yield from _of_governor(sentence, token, head)
    elif token.upos in ("NOUN", "PROPN"):
        yield f"under:{token.dep.partition(':')[0]}", head.i
        if head.upos in _VERBAL:
            yield from _beside(sentence, token, head)


def _of_governor(sentence: Sentence, token: Token, head: Token) -> Iterator[Pair]:
    for child in sentence.dependents(head.i):
        if child.dep.startswith("nsubj"):
            yield "shared", child.i
        elif child.dep == "obj" and token.dep == "xcomp" and child.i != token.i:
            yield "above:obj", child.i


def _beside(sentence: Sentence, token: Token, head: Token) -> Iterator[Pair]:
    """What stands beside a noun under its verb."""
    for child in sentence.dependents(head.i):
        if child.i == token.i:
            continue
        if child.dep.startswith("nsubj"):
            yield "above:subj", child.i
        elif child.dep == "obj" or child.dep.startswith("obl"):
            yield f"above:{child.dep[:3]}", child.i
