"""The recurrent layer with a backward pass of its own: shorter on a processor than torch's, the same figures.

Both directions run as one product a step, and the gradient of the recurrent matrix is one product at the end.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn


class _Recurrence(torch.autograd.Function):
    """Gates from below (steps, 2, sentences, 4 hidden) to states (steps, 2, sentences, hidden).

    Gates are input, forget, output, candidate. `alive` says how many sentences, longest first, reach each step.
    """

    @staticmethod
    def forward(ctx: Any, below: Tensor, matrix: Tensor, alive: list[int]) -> Tensor:  # noqa: ANN401
        """States of every step; those after a sentence's end stay zero."""
        steps, ways, sentences, wide = below.shape
        hidden = wide // 4
        gates = below.float() if below.dtype == torch.bfloat16 else below.clone()
        small = matrix.to(below.dtype)
        last = below.new_zeros(0)
        states = gates.new_zeros(steps, ways, sentences, hidden)
        memories = gates.new_zeros(steps, ways, sentences, hidden)
        for t, n in enumerate(alive):
            now = gates[t, :, :n]
            if t:
                now += torch.bmm(last[:, :n], small)
            now[..., : 3 * hidden].sigmoid_()
            now[..., 3 * hidden :].tanh_()
            i, f, o, g = now.split(hidden, -1)
            memory = i * g
            if t:
                memory += f * memories[t - 1, :, :n]
            memories[t, :, :n] = memory
            state = o * memory.tanh()
            states[t, :, :n] = state
            last = state.to(small.dtype)
        ctx.save_for_backward(gates, states, memories, small)
        ctx.alive = alive
        return states

    @staticmethod
    def backward(ctx: Any, grad: Tensor) -> tuple[Tensor, Tensor, None]:  # noqa: ANN401
        """Gradients of the gates from below and of the recurrent matrix."""
        gates, states, memories, matrix = ctx.saved_tensors
        steps, ways, sentences, hidden = states.shape
        d_gates = torch.zeros_like(gates)
        grad = grad.float() if matrix.dtype == torch.bfloat16 else grad
        d_state = grad.new_zeros(ways, sentences, hidden)
        d_memory = grad.new_zeros(ways, sentences, hidden)
        back = matrix.transpose(1, 2).contiguous()
        for t in range(steps - 1, -1, -1):
            n = ctx.alive[t]
            i, f, o, g = gates[t, :, :n].split(hidden, -1)
            tanh = memories[t, :, :n].tanh()
            up = grad[t, :, :n] + d_state[:, :n]
            d_m = d_memory[:, :n] + up * o * (1 - tanh * tanh)
            di, df, do, dg = d_gates[t, :, :n].split(hidden, -1)
            torch.mul(d_m * g, i * (1 - i), out=di)
            torch.mul(up * tanh, o * (1 - o), out=do)
            torch.mul(d_m * i, 1 - g * g, out=dg)
            if t:
                torch.mul(d_m * memories[t - 1, :, :n], f * (1 - f), out=df)
                d_memory[:, :n] = d_m * f
                d_state[:, :n] = torch.bmm(d_gates[t, :, :n].to(back.dtype), back)
        before = states[:-1].transpose(0, 1).reshape(ways, -1, hidden).to(matrix.dtype)
        after = d_gates[1:].transpose(0, 1).reshape(ways, -1, 4 * hidden).to(matrix.dtype)
        d_matrix = torch.bmm(before.transpose(1, 2), after).to(grad.dtype)
        return d_gates.to(matrix.dtype), d_matrix, None


class Layer(nn.Module):
    """One LSTM layer, forward and backward at once."""

    def __init__(self, wide: int, hidden: int) -> None:
        super().__init__()
        self.below = nn.ModuleList(nn.Linear(wide, 4 * hidden) for _ in range(2))
        self.state = nn.Parameter(torch.empty(2, hidden, 4 * hidden))
        bound = hidden**-0.5
        for linear in self.below:
            nn.init.uniform_(linear.weight, -bound, bound)
            nn.init.zeros_(linear.bias)
        nn.init.uniform_(self.state, -bound, bound)

    def forward(self, x: Tensor, places: Places) -> Tensor:
        """(words, width) to (words, 2 hidden)."""
        hidden = self.state.shape[1]
        shape = (places.steps, places.sentences, 4 * hidden)
        below = [self.below[way](x) for way in range(2)]
        gates = [b.new_zeros(shape).index_put((s, places.row), b) for b, s in zip(below, places.step, strict=True)]
        states: Tensor = _Recurrence.apply(torch.stack(gates, 1), self.state, places.alive)
        return torch.cat([states[places.step[way], way, places.row] for way in range(2)], 1)


class Places:
    """Where each word of a batch stands: its sentence's row, longest first, and its step from either end."""

    def __init__(self, lengths: Tensor) -> None:
        descending, order = lengths.sort(descending=True, stable=True)
        rank = torch.empty_like(order)
        rank[order] = torch.arange(len(order))
        starts = lengths.cumsum(0) - lengths
        forward = torch.arange(int(lengths.sum())) - starts.repeat_interleave(lengths)
        self.lengths = lengths
        self.steps = int(lengths.max())
        self.sentences = len(lengths)
        self.row = rank.repeat_interleave(lengths)
        self.step = (forward, lengths.repeat_interleave(lengths) - 1 - forward)
        self.alive = [int((descending > t).sum()) for t in range(self.steps)]
        self.sentence = torch.arange(len(lengths)).repeat_interleave(lengths)
        self.at = forward
