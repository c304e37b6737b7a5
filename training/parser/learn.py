"""Train on a pack: `python -m training.parser.learn --pack FILE --out FOLDER`; needs torch, on the processor.

A first, wide network learns the treebanks and parses the raw sentences; what is shipped learns treebanks and parses
(distillation and self-training: what a large network knows, a small one can be told).
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from foedus.language.network.features import Features
from training.parser.network import SHIPPED, TEACHER, Counts, Network, Sizes, weights
from training.parser.pack import Pack, Sentences, load, sample
from training.parser.parses import scores, silver, vectors
from training.parser.tensors import Batch, Types, batches, numbering

BUCKETS = 16_384
MOST_WORDS = 16_000
BATCH = 2_000
"""Words in a training batch, padding included."""
OWN_TIMES = 4
SIZES = {"shipped": SHIPPED, "teacher": TEACHER}
RAW = ("raw-", "field")
EARLY_SHARE = 0.4


@dataclass
class Course:
    """One training: groups that each epoch takes, and for how long."""

    pack: Pack
    types: Types
    epochs: int
    rate: float
    raw: Sequence[Sentences] = ()
    raw_a_epoch: int = 0
    seed: int = 1


def train(network: Network, course: Course) -> Network:
    """The network after its epochs, with the running average of its weights."""
    rng = random.Random(course.seed)  # noqa: S311
    optimizer = torch.optim.AdamW(network.parameters(), lr=course.rate, betas=(0.9, 0.95), weight_decay=1e-5)
    average = torch.optim.swa_utils.AveragedModel(network, avg_fn=_running)
    started = time.monotonic()
    met = torch.zeros(len(course.types.words), dtype=torch.bool)
    for epoch in range(course.epochs):
        groups = list(_groups(course, epoch, rng))
        for group in groups:
            met[torch.from_numpy(group.words.astype(np.int64))] = True
        parts = list(batches(groups, BATCH, rng))
        total = 0.0
        for n, batch in enumerate(parts):
            progress = (epoch + n / len(parts)) / course.epochs
            for group in optimizer.param_groups:
                group["lr"] = course.rate * min(1.0, progress * 50 + 0.05) * max(0.02, 1 - progress)
            with torch.autocast("cpu", torch.bfloat16):
                loss = loss_of(network, course.types, batch)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            average.update_parameters(network)
            if n % 50 == 0:
                total = float(loss.detach())
        if epoch in (0, course.epochs // 2, course.epochs - 1):
            _unknown_alike(average.module, course, met)
            minutes = (time.monotonic() - started) / 60
            held = scores([average.module], course.types, course.pack, "dev-")
            show(f"  epoch {epoch + 1}, {minutes:.1f} min, loss {total:.2f}", held)
    best: Network = average.module
    _unknown_alike(best, course, met)
    return best.eval()


@torch.no_grad()
def _unknown_alike(network: Network, course: Course, met: Tensor) -> None:
    """Numbered forms that the training did not meet (only raw sentences hold them) get the unknown form's vector."""
    numbered = torch.zeros(len(network.word.weight), dtype=torch.bool)
    numbered[course.types.words[met]] = True
    network.word.weight[~numbered] = network.word.weight[0].clone()


def _running(average: Tensor, now: Tensor, times: Tensor) -> Tensor:
    """The running average of a weight, which forgets its first values sooner than the later ones."""
    keep = min(0.998, (1 + int(times)) / (10 + int(times)))
    return average.lerp(now, 1 - keep)


def _groups(course: Course, epoch: int, rng: random.Random) -> Iterator[Sentences]:
    groups = course.pack.groups
    copies = sum(name.startswith("gold") for name in groups)
    yield groups[f"gold{epoch % copies}"]
    for times in range(OWN_TIMES):
        yield groups[f"own{(epoch + times) % copies}"]
    yield groups["hints"]
    if epoch < EARLY_SHARE * course.epochs:
        yield groups["early"]
    every = sum(len(raw.lengths) for raw in course.raw)
    for raw in course.raw:
        yield sample(raw, course.raw_a_epoch * len(raw.lengths) // every, rng)


def loss_of(network: Network, types: Types, batch: Batch) -> Tensor:
    """Sum of the mean losses of UPOS, features, heads and labels; what is not known costs nothing."""
    network.train()
    out = network(vectors(network, types, batch), batch.places)
    losses = [
        _loss(out["upos"], batch.upos),
        _loss(out["feats"], batch.feats),
        _loss(out["arcs"], batch.heads),
        _loss(network.labels(out, batch.heads.clamp(min=0), batch.places), batch.labels),
    ]
    return torch.stack(losses).sum()


def _loss(scores: Tensor, gold: Tensor) -> Tensor:
    if not bool((gold >= 0).any()):
        return scores.sum() * 0
    return nn.functional.cross_entropy(scores.float(), gold, ignore_index=-1)


def write(network: Network, features: tuple[list[str], list[str], list[str]], pack: Pack, path: Path) -> None:
    """The network as foedus.language.network reads it."""
    words, letters, shapes = features
    names = {
        "words": words,
        "letters": letters,
        "shapes": shapes,
        "upos": pack.upos,
        "feats": pack.feats,
        "labels": pack.labels,
    }
    told = {"buckets": BUCKETS, "layers": network.sizes.layers, "hidden": network.sizes.hidden, "names": names}
    arrays: dict[str, Any] = weights(network)
    meta = np.frombuffer(json.dumps(told, ensure_ascii=False).encode("utf-8"), np.uint8)
    np.savez_compressed(path, meta=meta, **arrays)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--size", choices=SIZES, default="shipped")
    parser.add_argument("--hidden", type=int, help="units a direction, if other than the size's")
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--teacher", type=Path, action="append", default=[], help="*.pt that parses the raw sentences")
    parser.add_argument("--raw-a-epoch", type=int, default=15_000, help="parsed sentences in an epoch")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    pack = load(args.pack)
    kept = [torch.load(path, weights_only=True) for path in args.teacher]
    numbered: tuple[list[str], list[str], list[str]] = kept[0]["numbered"] if kept else numbering(pack, MOST_WORDS)
    features = Features.of(*numbered, BUCKETS)
    types = Types.of(pack, features)
    if any(each["names"] != _names(pack) for each in kept):
        raise SystemExit("a teacher knows other tags or labels than the pack: prepare both from the same treebanks")
    counts = Counts(
        len(numbered[0]) + 2,
        BUCKETS,
        len(numbered[1]) + 2,
        len(numbered[2]) + 2,
        len(pack.upos),
        len(pack.feats),
        len(pack.labels),
    )
    course = Course(pack, types, args.epochs, 2e-3, seed=args.seed)
    if args.teacher:
        teachers = [_restored(each, counts) for each in kept]
        show("teachers", {**scores(teachers, types, pack, "dev-"), **scores(teachers, types, pack, "test-")})
        raw = [silver(teachers, types, group) for group in _raw(pack)]
        course = replace(course, raw=raw, raw_a_epoch=args.raw_a_epoch)
    else:
        known = [group for group in _raw(pack) if (group.heads >= 0).all()]
        course = replace(course, raw=known, raw_a_epoch=args.raw_a_epoch)
    sizes = replace(SIZES[args.size], hidden=args.hidden) if args.hidden else SIZES[args.size]
    network = train(Network(sizes, counts), course)
    show(args.size, scores([network], types, pack, "test-"))
    args.out.mkdir(parents=True, exist_ok=True)
    kept_for_later = {
        "sizes": asdict(sizes),
        "names": _names(pack),
        "numbered": numbered,
        "state": network.state_dict(),
    }
    torch.save(kept_for_later, args.out / f"{args.size}.pt")
    write(network, numbered, pack, args.out / f"{args.size}.npz")


def _names(pack: Pack) -> list[list[str]]:
    return [pack.upos, pack.feats, pack.labels]


def _raw(pack: Pack) -> list[Sentences]:
    """The sentences that are in no treebank."""
    return [group for name, group in pack.groups.items() if name.startswith(RAW) and len(group.lengths)]


def _restored(kept: Mapping[str, Any], counts: Counts) -> Network:
    """A network trained before on a pack with the same labels."""
    network = Network(Sizes(**kept["sizes"]), counts)
    network.load_state_dict(kept["state"])
    return network.eval()


def show(name: str, found: Mapping[str, float]) -> None:
    """One line of scores."""
    print(name, {key: round(score, 4) for key, score in found.items()}, flush=True)


if __name__ == "__main__":
    main()
