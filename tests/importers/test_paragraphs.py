from byline.importers.imported import Pasted
from byline.importers.paragraphs import is_wrapped, join_paragraphs

WRAPPED = """\
The path along the canal has been closed since the heron moved in, and
the council does not know which of the two to ask for the key to it, so
we wait.

Meanwhile the ducks have taken the bench, and they are not about to let
anybody sit there."""


def join(text: str) -> tuple[str, ...]:
    return join_paragraphs(Pasted(tuple(text.split("\n")))).blocks


def test_lines_of_a_fixed_width_are_joined() -> None:
    first, second = join(WRAPPED)
    assert first.endswith("so we wait.")
    assert second.startswith("Meanwhile") and "\n" not in second


def test_a_sentence_that_leaves_room_ends_its_paragraph() -> None:
    first, second = join(WRAPPED.replace("\n\n", "\n"))
    assert first.endswith("so we wait.")
    assert second.startswith("Meanwhile")


def test_long_lines_are_paragraphs_of_their_own() -> None:
    lines = ["word " * 40, "other " * 30, "short", "more " * 50]
    assert join("\n".join(lines)) == tuple(line.rstrip() for line in lines)


def test_short_sentences_line_by_line_are_not_wrapped_text() -> None:
    lines = ["Every one of these lines is a paragraph and ends with a full stop."] * 6
    assert not is_wrapped(lines)
