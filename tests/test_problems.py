"""How problems are said."""

from pathlib import Path

import pytest

from byline.problems import Problem


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("`kind: \x1b[2J` is not known", "`kind: \ufffd[2J` is not known"),
        ("a\x9b31m", "a\ufffd31m"),
        ("a\u202eb\u2066c", "a\ufffdb\ufffdc"),
        ("lone \ud800", "lone \ufffd"),
        ("« oui »\xa0and 👩\u200d🚀\nnext line", "« oui »\xa0and 👩\u200d🚀\nnext line"),
    ],
)
def test_nothing_that_strangers_wrote_commands_the_terminal(wrong, said):
    assert str(Problem(Path("a.yml"), 3, wrong, "mend it")) == f"a.yml:3: {said}; mend it"
