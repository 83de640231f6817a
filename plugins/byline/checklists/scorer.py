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
    the one what such names weigh with the others, `accompanied` are those ones.
    """

    bias: float
    weights: Mapping[str, float]
    company: Mapping[str, tuple[tuple[str, str, float], ...]]
    accompanied: frozenset[str]

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> "WeightTable":
        """Return the table that a data file of weights holds."""
        weights = {**data["weights"], **data["together"]}
        return cls.of(float(data["bias"]), {name: float(weight) for name, weight in weights.items()})

    @classmethod
    def of(cls, bias: float, weights: Mapping[str, float]) -> "WeightTable":
        """Return the table of these weights."""
        company: dict[str, tuple[tuple[str, str, float], ...]] = {}
        for name, weight in weights.items():
            one, both, other = name.partition(_AND)
            if both:
                company[one] = (*company.get(one, ()), (other, name, weight))
        return cls(bias, weights, company, frozenset(company))

    def weighed(self, signals: frozenset[str]) -> frozenset[str]:
        """Return the names that weigh for or against a sentence with these signals."""
        pairs = [
            name
            for one in signals & self.accompanied
            for other, name, _ in self.company[one]
            if other in signals
        ]
        return frozenset([*(name for name in signals if name in self.weights), *pairs])

    def confidence_of(self, signals: frozenset[str]) -> float:
        """Return how sure the signals make it that a sentence is a tip, from 0 to 1."""
        total, weights = self.bias, self.weights
        for name in signals:
            if name in weights:
                total += weights[name]
        for name in signals & self.accompanied:
            for other, _, weight in self.company[name]:
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
