"""A candidate as the decider's models see it: numbers and names, and the words and phrases around it.

Every feature has a name that can be shown as a reason.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from foedus.language.parse import Token
from foedus.reader.deciding.arguments import OWN, Pair, around
from foedus.reader.deciding.candidates import Candidate
from foedus.reader.deciding.rates import Rates, keys_of
from foedus.reader.deciding.roles import fitting_roles
from foedus.reader.deciding.scene import DENSE, Scene, Setting
from foedus.reader.lexicon.words import normal

PARTIES = ("state", "organisation", "company", "armed_group")
PLAIN = frozenset({"noun", "clause", "other", "force", "number", "pronoun"})
"""Kinds of words that are told by their lemma; names are told by their kind."""
FARTHEST = 6
LATE = 15
_COUNTED = {
    "own:arms": (OWN, ("arms",)),
    "own:force": (OWN, ("force",)),
    "own:party": (OWN, PARTIES),
    "own:origin": (OWN, ("origin",)),
    "own:item": (OWN, ("item",)),
    "subj:party": (("subj", "shared", "agent"), (*PARTIES, "person")),
    "subj:arms": (("subj", "shared"), ("arms",)),
    "subj:force": (("subj", "shared"), ("force",)),
    "subj:noun": (("subj", "shared"), ("noun",)),
    "subj:pronoun": (("subj", "shared"), ("pronoun",)),
    "obj:arms": (("obj",), ("arms", "item")),
    "obj:party": (("obj",), PARTIES),
    "obj:force": (("obj",), ("force",)),
    "obj:noun": (("obj",), ("noun",)),
    "p:arms": (("p",), ("arms",)),
    "p:party": (("p",), PARTIES),
    "p:place": (("p",), ("place",)),
    "above:arms": (("above",), ("arms",)),
    "above:party": (("above",), PARTIES),
    "above:force": (("above",), ("force",)),
}
_NAMES: dict[tuple[str, str], list[str]] = {}
"""The counts that a phrase adds to, by its relation and kind."""
for _name, (_relations, _kinds) in _COUNTED.items():
    for _relation in _relations:
        for _kind in _kinds:
            _NAMES.setdefault((_relation, _kind), []).append(_name)
_BEFORE = ("arms", "force", "state")


class Features(NamedTuple):
    """`values` are numbers and names by feature; `marks` are things that are there or not."""

    values: dict[str, float | str]
    marks: list[str]


def of_anchor(
    setting: Setting, at: tuple[int, int], some: Sequence[Candidate], operators: Mapping[int, str], rates: Rates
) -> list[Features]:
    """Features of all candidates of one anchor, given by scene and token; `operators` are the stages that the
    operators of the sentence give, by token."""
    place, anchor = at
    scene = setting.scenes[place]
    widest = max(some, key=lambda candidate: len(candidate.hit.content))
    pairs = around(scene.view.sentence, anchor, widest.hit.tokens, scene.lexicon.small.contracted)
    shared, marks = _of_word(setting, place, anchor, pairs, operators)
    shared["types"] = float(len(some))
    found = []
    lemma = scene.view.tokens[anchor].lemma
    for candidate in some:
        values = dict(shared)
        unit, kind, word, any_type = rates.of(keys_of(setting.langs[place], candidate, lemma))
        values |= {
            "type": candidate.type,
            "rate:word": word.share,
            "seen:word": float(word.seen),
            "rate:any": any_type.share,
            "seen:any": float(any_type.seen),
            "rate:kind": kind.share,
        }
        values |= _of_unit(candidate, scene, pairs)
        if candidate.unit is not None:
            values |= {"rate:unit": unit.share, "seen:unit": float(unit.seen)}
        found.append(Features(values, marks))
    return found


def _of_unit(candidate: Candidate, scene: Scene, pairs: Sequence[Pair]) -> dict[str, float | str]:
    unit, hit = candidate.unit, candidate.hit
    if unit is None:
        return {"pos": "operator", "words": float(len(hit.content)), "below": float(candidate.source is not None)}
    return {
        "pos": unit.pos,
        "gate": unit.gate,
        "stage": unit.stage,
        "words": float(len(hit.content)),
        "spread": float(hit.tokens[-1] - hit.tokens[0]),
        "weak": float(unit.weak),
        "nested": float(hit.nested),
        "fitting": float(fitting_roles(unit, scene, pairs)),
    }


def _of_word(
    setting: Setting, place: int, i: int, pairs: Sequence[Pair], operators: Mapping[int, str]
) -> tuple[dict[str, float | str], list[str]]:
    scene = setting.scenes[place]
    tokens, kinds = scene.view.tokens, scene.kinds
    token = tokens[i]
    values: dict[str, float | str] = {
        "lang": setting.langs[place],
        "upos": token.upos,
        "dep": token.dep.partition(":")[0],
        "form": token.feats.get("VerbForm", "-"),
        "tense": token.feats.get("Tense", "-"),
        "mood": token.feats.get("Mood", "-"),
        "number": token.feats.get("Number", "-"),
        "zone": scene.view.zone,
        "quoted": float(scene.quoted(token)),
        "sentence": float(min(place, LATE)),
        "sentences": float(min(len(setting.scenes), 2 * LATE)),
        "length": float(len(tokens)),
        "at": i / len(tokens),
        "negated": float(i in scene.negated),
        "pairs": float(len(pairs)),
        "head": tokens[token.head].upos if token.head != i else "root",
    }
    values |= _of_helpers(scene, token)
    values |= _of_line(scene, i, operators)
    values |= _of_pairs(scene, pairs)
    values |= _around_word(setting, place)
    return values, _marks(scene, token, pairs, kinds)


def _around_word(setting: Setting, place: int) -> dict[str, float | str]:
    """What the sentence, the one before and the document hold, told once a sentence."""
    told = setting.told.get(place)
    if told is None:
        here = setting.scenes[place].counts
        before = setting.scenes[place - 1].counts if place else None
        told = setting.told[place] = {
            **{f"sentence:{kind}": float(min(here[kind], 5)) for kind in DENSE},
            **{f"before:{kind}": float(min(before[kind], 4)) if before is not None else -1.0 for kind in _BEFORE},
            **{f"document:{kind}": share for kind, share in setting.density.items()},
        }
    return told


def _of_helpers(scene: Scene, token: Token) -> dict[str, float | str]:
    modals = scene.lexicon.cues("modals")
    auxiliaries = determiner = modal = passive = 0
    kind = "-"
    for child in scene.view.sentence.dependents(token.i):
        if child.dep.startswith(("aux", "cop")):
            auxiliaries = 1
            modal |= normal(child.lemma) in modals or child.lemma in scene.lexicon.cues("future")
            passive |= child.dep == "aux:pass"
        elif child.dep == "nsubj:pass":
            passive = 1
        elif child.dep == "det" and not determiner:
            determiner, kind = 1, child.feats.get("Definite") or child.feats.get("PronType") or "other"
    return {
        "auxiliary": float(auxiliaries),
        "modal": float(modal),
        "passive": float(passive),
        "determiner": kind,
    }


def _of_line(scene: Scene, i: int, operators: Mapping[int, str]) -> dict[str, float | str]:
    """What stands above the word: conditions, operators, how deep it lies."""
    tokens, depth, condition = scene.view.tokens, 0, i in scene.conditional
    distance, stage = 9, "-"
    k = i
    while tokens[k].head != k and depth < FARTHEST:
        k = tokens[k].head
        depth += 1
        condition = condition or k in scene.conditional
        if distance > depth and k in operators:
            distance, stage = depth, operators[k]
    own = operators.get(i, "-")
    return {
        "condition": float(condition),
        "depth": float(depth),
        "operator:far": float(distance),
        "operator": stage,
        "is operator": own,
    }


def _of_pairs(scene: Scene, pairs: Sequence[Pair]) -> dict[str, float | str]:
    values: dict[str, float | str] = dict.fromkeys(_COUNTED, 0.0)
    for relation, i in pairs:
        for name in _NAMES.get((relation.partition(":")[0], scene.kinds[i]), ()):
            values[name] = float(values[name]) + 1.0
    below = {
        scene.kinds[k]
        for relation, i in pairs
        if relation in ("obj", "subj") or relation.startswith("p:")
        for k in scene.view.sentence.children[i]
    }
    values["below:arms"] = float("arms" in below)
    values["below:force"] = float("force" in below)
    values["below:party"] = float(not below.isdisjoint(PARTIES))
    return values


def _marks(scene: Scene, token: Token, pairs: Sequence[Pair], kinds: Sequence[str]) -> list[str]:
    tokens = scene.view.tokens

    def told(i: int) -> str:
        return normal(tokens[i].lemma) if kinds[i] in PLAIN else f"<{kinds[i]}>"

    lemma, dep = normal(token.lemma), token.dep.partition(":")[0]
    head = told(token.head) if token.head != token.i else "root"
    marks = [f"word={lemma}", f"form={normal(token.text)}", f"word={lemma} as {dep}", f"head={head} as {dep}"]
    marks.append(f"shape={token.upos} {dep} {token.feats.get('VerbForm', '')} {token.feats.get('Tense', '')}")
    for relation, i in pairs:
        marks += [f"{relation}=<{kinds[i]}>", f"{relation.partition(':')[0]}={told(i)}"]
    for step in (-2, -1, 1, 2):
        if 0 <= token.i + step < len(tokens):
            marks.append(f"{step:+d}={told(token.i + step)}")
    above = token
    for _ in range(3):
        if above.head == above.i:
            break
        above = tokens[above.head]
        marks.append(f"above={told(above.i)}")
    return marks
