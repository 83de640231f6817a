"""All that a parser may leave out without a difference in what texts become."""

from markdown import Markdown

from byline.adapter.conversion.brackets import read_brackets_at_once
from byline.adapter.conversion.fences import look_between_fences
from byline.adapter.conversion.headings import read_plain_headings
from byline.adapter.conversion.inline import pass_plain_texts
from byline.adapter.conversion.paragraphs import take_plain_paragraphs
from byline.adapter.conversion.raw_html import read_raw_html_sparingly
from byline.adapter.conversion.sparing import search_sparingly
from byline.adapter.conversion.texts import go_through_texts_once
from byline.adapter.conversion.trees import pass_elements_over


def take_shortcuts(parser: Markdown) -> None:
    """Let a parser do the same in less time, as far as its parts are known.

    Paragraphs come first, which ask for all steps, and headings before the texts, whose steps they ask for.
    """
    for shorten in (
        take_plain_paragraphs,
        pass_plain_texts,
        read_plain_headings,
        read_brackets_at_once,
        search_sparingly,
        look_between_fences,
        read_raw_html_sparingly,
        go_through_texts_once,
        pass_elements_over,
    ):
        shorten(parser)
