"""The files of the weights: what people expect of each signal, and what the package uses."""

import re
import tomllib
from pathlib import Path

import byline.checklists
from byline.checklists.scorer import WeightTable

EXPECTED = Path(__file__).parent / "expected_weights.toml"
USED = Path(byline.checklists.__file__).parent / "data" / "weights.toml"
_LINE = re.compile(r'"?(?P<name>[\w-]+(?: \+ [\w-]+)?)"? = -?[\d.]+$')
_HEAD = """\
# What each signal weighs. The sum, with the bias, goes through a logistic curve: 0 is a confidence of 0.5.
# Written by `python -m training.train --write`; change what is expected in training/expected_weights.toml.
"""


def read_expected() -> WeightTable:
    """Return what people expect of the signals before they have seen data."""
    return WeightTable.read(tomllib.loads(EXPECTED.read_text(encoding="utf-8")))


def write_weights(table: WeightTable) -> None:
    """Write the weights for the package: the file of the expected ones with other figures."""
    lines = _HEAD.splitlines()
    for line in EXPECTED.read_text(encoding="utf-8").splitlines()[1:]:
        found = _LINE.match(line)
        if found:
            weight = table.bias if found["name"] == "bias" else table.weights[found["name"]]
            line = f"{line[: line.index(' = ')]} = {round(weight, 2) + 0.0:.2f}"
        lines.append(line)
    USED.write_text("\n".join(lines) + "\n", encoding="utf-8")
