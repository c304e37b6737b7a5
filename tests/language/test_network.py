"""The network by parts: features, the best tree, and the recurrent layer against its definition."""

import itertools
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from foedus.language.network.features import Features, grams, shape
from foedus.language.network.recurrent import Layer, Places
from foedus.language.network.tree import best_tree
from foedus.language.network.weights import Weights, read
from foedus.model.errors import DataError

Array = NDArray[np.float32]
NOTHING = Features.of([], [], [], 8)


@pytest.mark.parametrize(
    ("form", "pattern"),
    [("livre", "x"), ("Paris", "Xx"), ("OTAN", "X"), ("Su-35", "Xx-d"), ("С-400", "X-d"), ("155", "d"), ("«", "«")],
)
def test_shape_tells_repeats_once(form: str, pattern: str) -> None:
    assert shape(form) == pattern


def test_figures_count_as_zero_and_case_does_not_matter_for_the_form() -> None:
    features = Features.of(["f-00"], list("F-0"), ["X-d"], 100)
    assert features.read("F-16") == features.read("F-35")
    assert features.read("f-16").word == features.read("F-16").word == 2
    assert features.read("f-16").shape == 0


@given(st.text(min_size=1, max_size=60))
def test_every_form_has_letters_and_n_grams(form: str) -> None:
    found = NOTHING.read(form)
    assert 0 < len(found.letters) <= 20
    assert all(0 <= gram < 8 for gram in found.grams)
    assert found.grams == grams(found_lower(form), 8)


def found_lower(form: str) -> str:
    return "".join("0" if char.isdecimal() else char for char in form).lower()


@pytest.mark.parametrize("seed", range(60))
def test_the_tree_is_the_best_with_one_root(seed: int) -> None:
    rng = np.random.default_rng(seed)
    count = int(rng.integers(1, 6))
    scores = rng.standard_normal((count, count + 1)).astype(np.float32)
    scores[np.arange(count), np.arange(count)] = -1e4
    heads = best_tree(scores).tolist()
    assert is_tree(heads)
    best = max(score(scores, tried) for tried in itertools.product(range(count), repeat=count) if is_tree(list(tried)))
    assert score(scores, heads) == pytest.approx(best, abs=1e-4)


def is_tree(heads: list[int]) -> bool:
    """One root, its own head, above every word."""
    roots = [i for i, head in enumerate(heads) if head == i]
    for word in range(len(heads)):
        seen = set()
        above = word
        while heads[above] != above and above not in seen:
            seen.add(above)
            above = heads[above]
        if heads[above] != above:
            return False
    return len(roots) == 1


def score(scores: Array, heads: "list[int] | tuple[int, ...]") -> float:
    count = len(heads)
    return float(sum(scores[i, count if head == i else head] for i, head in enumerate(heads)))


@pytest.mark.parametrize("count", [1, 2, 3, 4, 7, 11])
def test_the_recurrent_layer_computes_an_lstm_in_both_directions(count: int) -> None:
    rng = np.random.default_rng(3)
    wide, hidden = 5, 4
    arrays = {}
    for way in (0, 1):
        arrays[f"layer0_{way}_in"] = rng.standard_normal((wide, 4 * hidden)).astype(np.float32)
        arrays[f"layer0_{way}_state"] = rng.standard_normal((hidden, 4 * hidden)).astype(np.float32)
        arrays[f"layer0_{way}_bias"] = rng.standard_normal(4 * hidden).astype(np.float32)
    layer = Layer(Weights(arrays, NOTHING, (), (), (), 1, hidden), 0)
    lengths = rng.integers(1, 9, count)
    x = rng.standard_normal((int(lengths.sum()), wide)).astype(np.float32)
    places = Places(lengths)
    out = layer(x[places.forward], places)[places.back]
    start = 0
    for length in lengths.tolist():
        own = x[start : start + length]
        forward = lstm(own, arrays, 0)
        backward = lstm(own[::-1], arrays, 1)[::-1]
        assert out[start : start + length] == pytest.approx(np.hstack([forward, backward]), abs=1e-5)
        start += length


def lstm(
    x: Array,
    arrays: dict[str, Array],
    way: int,
) -> Array:
    """The textbook's way, a word at a time: gates input, forget, output, candidate."""
    hidden = len(arrays[f"layer0_{way}_state"])
    state = memory = np.zeros(hidden, np.float32)
    states = []
    for word in x:
        gates = word @ arrays[f"layer0_{way}_in"] + state @ arrays[f"layer0_{way}_state"] + arrays[f"layer0_{way}_bias"]
        i, f, o = (1 / (1 + np.exp(-gates[n * hidden : (n + 1) * hidden])) for n in range(3))
        memory = f * memory + i * np.tanh(gates[3 * hidden :])
        state = o * np.tanh(memory)
        states.append(state)
    return np.array(states)


def test_a_file_that_holds_no_network_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "fast.npz"
    for content in (None, b"", b"PK\x03\x04 no zip", b"\x93NUMPY"):
        if content is not None:
            broken.write_bytes(content)
        with pytest.raises(DataError, match=r"fast\.npz cannot be loaded .*install foedus again"):
            read(broken)
