"""The dependency labels that every pipeline gives: Universal Dependencies with five subtypes, the rest without."""

SUBTYPES = frozenset({"nsubj:pass", "csubj:pass", "aux:pass", "obl:agent", "acl:relcl"})
RELATIONS = frozenset(
    "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl "
    "fixed flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative "
    "xcomp".split()
)
"""The universal relations (UD 2; de Marneffe et al. 2021)."""


def harmonised(label: str) -> str:
    """The label as we use it: a subtype that we do not keep is taken off."""
    return label if label in SUBTYPES else label.partition(":")[0]
