"""What trained networks make of sentences: parses together, raw sentences annotated, scores."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.parser.network import Network
from training.parser.pack import Pack, Sentences, chosen
from training.parser.tensors import Batch, Types, batches

BATCH = 6_000
"""Words at once where nothing is learnt."""


def vectors(network: Network, types: Types, batch: Batch) -> Tensor:
    """Vectors of the batch's words: each form computed once; in training rare forms' own numbers are forgotten."""
    numbers, places = batch.words.unique(return_inverse=True)
    words = types.words[numbers]
    if network.training:
        words = torch.where(torch.rand(len(numbers)) < types.rare[numbers], 0, words)
    table = network.vectors(words, types.letters[numbers], types.grams[numbers], types.shapes[numbers])
    return table[places]


@torch.no_grad()
def parse(networks: Sequence[Network], types: Types, batch: Batch) -> dict[str, Tensor]:
    """What several networks think together: the best UPOS, features, heads and labels by the mean of their chances."""
    outs = [(network, network(vectors(network, types, batch), batch.places)) for network in networks]
    found = {
        name: torch.stack([out[name].softmax(-1) for _, out in outs]).mean(0).argmax(-1)
        for name in ("upos", "feats", "arcs")
    }
    chances = [network.labels(out, found["arcs"], batch.places).softmax(-1) for network, out in outs]
    return {**found, "labels": torch.stack(chances).mean(0).argmax(-1)}


@torch.no_grad()
def silver(networks: Sequence[Network], types: Types, group: Sentences) -> Sentences:
    """The group with parses by the networks: the best head of each word, whether or not they make a tree.

    A group that comes with its trees keeps them.
    """
    if (group.heads >= 0).all():
        return group
    in_order = chosen(group, np.argsort(group.lengths, kind="stable").tolist())
    rows: dict[str, list[NDArray[np.int32]]] = {"upos": [], "feats": [], "arcs": [], "labels": []}
    for batch in batches([in_order], BATCH, None):
        found = parse(networks, types, batch)
        found["arcs"] = torch.where(found["arcs"] == batch.places.steps, batch.places.at, found["arcs"])
        for name, row in rows.items():
            row.append(found[name].numpy().astype(np.int32))
    return Sentences(in_order.lengths, in_order.words, *map(np.concatenate, rows.values()))


@torch.no_grad()
def scores(networks: Sequence[Network], types: Types, pack: Pack, prefix: str) -> dict[str, float]:
    """UPOS and labelled attachment (best head each, no tree asked for) of the groups whose name begins so."""
    for network in networks:
        network.eval()
    found = {}
    for name, group in pack.groups.items():
        if name.startswith(prefix):
            right = tagged = words = 0
            for batch in batches([group], BATCH, None):
                ours = parse(networks, types, batch)
                known = batch.labels >= 0
                right += int(((ours["arcs"] == batch.heads) & (ours["labels"] == batch.labels) & known).sum())
                tagged += int(((ours["upos"] == batch.upos) & known).sum())
                words += int(known.sum())
            found[name.removeprefix(prefix)] = right / words
            found[name.removeprefix(prefix) + " upos"] = tagged / words
    return found
