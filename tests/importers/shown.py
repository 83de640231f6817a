"""What a reader sees of one paragraph of Markdown."""

import re
from html.parser import HTMLParser

from markdown import Markdown

EXTENSIONS = "tables fenced_code attr_list def_list footnotes abbr toc admonition md_in_html".split()


def shown(markdown: str, *, links: bool = False) -> str:
    html = Markdown(extensions=EXTENSIONS).convert(markdown)
    assert html.count("<p>") == 1
    tags = r"<(?!/?p>|a href=|/a>)" if links else r"<(?!/?p>)"
    assert not re.search(tags, html), html
    pieces: list[str] = []

    class Reader(HTMLParser):
        def handle_data(self, data: str) -> None:
            pieces.append(data)

    reader = Reader()
    reader.feed(html)
    reader.close()
    return "".join(pieces)
