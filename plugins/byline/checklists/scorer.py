"""A score anyone can check: the weights of a sentence's signals, added up and bent into a confidence."""

import math
from collections.abc import Iterable
from functools import cache

from byline.checklists.languages import load_data

_DECIMALS = 6  # a sum of floats hangs on its order, and a set has none


@cache
def weights() -> dict[str, float]:
    """Return the weight of every signal; those that are not in the data file weigh nothing."""
    return {name: float(weight) for name, weight in load_data("weights.toml")["weights"].items()}


@cache
def bias() -> float:
    """Return what a sentence without signals weighs."""
    return float(load_data("weights.toml")["bias"])


def confidence_of(signals: Iterable[str]) -> float:
    """Return how sure the signals make it that a sentence is a tip, from 0 to 1."""
    table = weights()
    total = round(bias() + sum(table.get(name, 0.0) for name in signals), _DECIMALS)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def speaking_for(signals: Iterable[str]) -> tuple[str, ...]:
    """Return the signals in favour, the weightiest first."""
    table = weights()
    return tuple(
        sorted((name for name in signals if table.get(name, 0) > 0), key=lambda name: (-table[name], name))
    )


def speaking_against(signals: Iterable[str]) -> tuple[str, ...]:
    """Return the signals against, the weightiest first."""
    table = weights()
    return tuple(
        sorted((name for name in signals if table.get(name, 0) < 0), key=lambda name: (table[name], name))
    )
