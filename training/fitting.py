"""Fitting the weights: logistic regression that stays near what is expected where data says little."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Weights = Mapping[str, float]
BIAS = "bias"
_BIAS_PULL = 0.01

_Array: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence: its signals, whether it is a tip, and how much it counts."""

    signals: frozenset[str]
    is_tip: bool
    counts: float = 1.0


def fit(examples: Sequence[Example], prior: Weights, pull: float) -> dict[str, float]:
    """Return the weights, `bias` among them, that explain the examples and lie near `prior`.

    `pull` is the precision of the normal distribution around each prior weight: ridge regression around the
    prior instead of around zero. A weight never changes its sign: a signal that speaks for a tip by its
    meaning may lose its force, not turn round. Signals without a weight weigh nothing and stay so.
    """
    names = sorted(set(prior) - {BIAS})
    column = {name: place for place, name in enumerate(names)}
    rows = np.zeros((len(examples), len(names) + 1))
    rows[:, -1] = 1
    for row, example in enumerate(examples):
        rows[row, [column[name] for name in example.signals if name in column]] = 1
    target = np.array([example.is_tip for example in examples], dtype=float)
    counts = np.array([example.counts for example in examples])
    start = np.array([prior[name] for name in [*names, BIAS]])
    pulls = np.full(len(start), pull)
    pulls[-1] = _BIAS_PULL

    def loss(found: _Array) -> tuple[float, _Array]:
        total = rows @ found
        likely = 1 / (1 + np.exp(-total))
        value = counts @ (np.logaddexp(0, total) - target * total) + pulls @ (found - start) ** 2 / 2
        return float(value), rows.T @ (counts * (likely - target)) + pulls * (found - start)

    bounds = [(0, None) if weight >= 0 else (None, 0) for weight in start[:-1]]
    result = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[*bounds, (None, None)])
    return {name: float(weight) for name, weight in zip([*names, BIAS], result.x, strict=True)}
