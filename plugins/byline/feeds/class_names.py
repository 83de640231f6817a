"""The classes by which an article's HTML tells what its elements are for."""

PERMALINKS = frozenset(("headerlink", "anchor", "byline-tip__back"))
WRAPPERS = frozenset(("glightbox", "lightbox", "toclink"))
BESIDE = frozenset(("linenos", "lineno", "katex-html", "task-list-indicator"))
"""Of links to the place they stand in, of links that only a page needs, of what stands beside a text."""
CODE = frozenset(("highlight", "codehilite"))
NUMBERED = frozenset(("highlighttable", "codehilitetable"))
"""Of what stands around code, and around code with a column of numbers."""
EMOJI = frozenset(("twemoji", "emojione", "gemoji", "emoji"))
CHECKLIST = {
    "byline-checklist": "byline-checklist--inline",
    "input": "byline-checklist__box",
    "label": "byline-checklist__label",
    "p": "byline-checklist__head",
    "span": "byline-checklist__text",
}
"""Of the elements of a checklist that stands in an article's text."""
