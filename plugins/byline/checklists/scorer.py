"""A score anyone can check: the weights of a sentence's signals, added up and bent into a confidence."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from byline.checklists.languages import load_data

_DECIMALS = 6  # a sum of floats hangs on its order, and a set has none
_FAR = 30.0
_AND = " + "


@dataclass(frozen=True, slots=True)
class WeightTable:
    """What each signal weighs, and what a sentence without signals weighs; unnamed signals weigh nothing.

    A name such as `a + b` stands for two signals at once and weighs besides each of them; `company` holds for
    the one what it weighs with the others.
    """

    bias: float
    weights: Mapping[str, float]
    pairs: tuple[tuple[str, str, str], ...]
    company: Mapping[str, tuple[tuple[str, float], ...]]

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> "WeightTable":
        """Return the table that a data file of weights holds."""
        weights = {**data["weights"], **data["together"]}
        return cls.of(float(data["bias"]), {name: float(weight) for name, weight in weights.items()})

    @classmethod
    def of(cls, bias: float, weights: Mapping[str, float]) -> "WeightTable":
        """Return the table of these weights."""
        parts = ((*name.split(_AND), name) for name in weights if _AND in name)
        pairs = tuple((one, other, name) for one, other, name in parts)
        company: dict[str, tuple[tuple[str, float], ...]] = {}
        for one, other, name in pairs:
            company[one] = (*company.get(one, ()), (other, weights[name]))
        return cls(bias, weights, pairs, company)

    def weighed(self, signals: frozenset[str]) -> frozenset[str]:
        """Return the names that weigh for or against a sentence with these signals."""
        pairs = {name for one, other, name in self.pairs if one in signals and other in signals}
        return (signals & self.weights.keys()) | pairs

    def confidence_of(self, signals: frozenset[str]) -> float:
        """Return how sure the signals make it that a sentence is a tip, from 0 to 1."""
        total = self.bias
        for name in signals:
            total += self.weights.get(name, 0.0)
            for other, weight in self.company.get(name, ()):
                if other in signals:
                    total += weight
        return 1 / (1 + math.exp(-max(-_FAR, min(_FAR, round(total, _DECIMALS)))))

    def speaking_for(self, signals: frozenset[str]) -> tuple[str, ...]:
        """Return what speaks for a tip, the weightiest first."""
        found = (name for name in self.weighed(signals) if self.weights[name] > 0)
        return tuple(sorted(found, key=lambda name: (-self.weights[name], name)))

    def speaking_against(self, signals: frozenset[str]) -> tuple[str, ...]:
        """Return what speaks against a tip, the weightiest first."""
        found = (name for name in self.weighed(signals) if self.weights[name] < 0)
        return tuple(sorted(found, key=lambda name: (self.weights[name], name)))


@cache
def trained() -> WeightTable:
    """Return the weights of the data file."""
    return WeightTable.read(load_data("weights.toml"))
