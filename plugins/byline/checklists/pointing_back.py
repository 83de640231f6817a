"""The small links that lead from a tip's sentence to its item in the box."""

from collections.abc import Iterator, Mapping
from html import escape

from byline.checklists.elements import Element

_HOLDERS = frozenset("blockquote dd div dt figcaption h1 h2 h3 h4 h5 h6 li p td th".split())
_AROUND = frozenset(
    "article aside blockquote dd details div dl figure li main ol section table tbody td tfoot th thead tr"
    " ul".split()
)


def links_back(html: str, items: Mapping[Element, str], label: str) -> Iterator[tuple[int, str]]:
    """Yield a link, and its place, for each element that holds the sentence of an item in the box.

    The link has no text, so that search, outlines and whoever reads the sentence elsewhere see nothing of it.
    """
    said = escape(label)
    for element, item in items.items():
        free = all(around.tag in _AROUND for around in element.ancestors)
        if element.tag in _HOLDERS and element.sound and free:
            link = f'<a class="byline-tip__back" href="#item-{escape(item)}" aria-label="{said}"></a>'
            yield _end_of_text(html, element), link


def _end_of_text(html: str, element: Element) -> int:
    """Return where the text ends that an element begins with, in headings before their permanent link."""
    end = element.lead_end
    text = html[element.inner : end]
    if not text.strip():
        end = element.close
        text = html[element.inner : end]
    end = element.inner + len(text.rstrip())
    last = next((child for child in element.children if child.end == end), None)
    if last and last.attributes.get("class") == "headerlink" and html[element.inner : last.start].strip():
        return last.start
    return end
