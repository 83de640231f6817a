"""Structured data about a page (JSON-LD with schema.org's terms), safe to print inside a script element."""

import json
from collections.abc import Iterable
from typing import Any

from byline.articles import RenderedArticle
from byline.authors import Author
from byline.pages.checklist import ChecklistView
from byline.pages.checklist_data import item_url
from byline.site import Site

_ESCAPES = [(character, f"\\u{ord(character):04x}") for character in "<>&\u2028\u2029"]
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True)


def json_ld(data: dict[str, Any]) -> str:
    """Write data as JSON in which no character can end the script element that holds it."""
    text = _ENCODER.encode(data)
    for character, escape in _ESCAPES:
        text = text.replace(character, escape)
    return text


def article_data(site: Site, rendered: RenderedArticle, *, language: str, publisher: str) -> dict[str, Any]:
    """Describe an article (schema.org/BlogPosting)."""
    article = rendered.article
    url = site.absolute(site.path(article))
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "BlogPosting",
        "headline": article.title,
        "description": rendered.summary,
        "url": url,
        "mainEntityOfPage": url,
        "inLanguage": language,
        "author": _people(site, (site.authors[author_id] for author_id in article.authors)),
        "publisher": {"@type": "Organization", "name": publisher, "url": site.url},
        "keywords": list(article.tags),
        "articleSection": list(article.categories),
        "timeRequired": f"PT{rendered.minutes}M",
    }
    if article.date:
        data["datePublished"] = article.date.isoformat()
        data["dateModified"] = (article.updated or article.date).isoformat()
    return {key: value for key, value in data.items() if value not in ("", [])}


def checklist_list(site: Site, view: ChecklistView) -> dict[str, Any]:
    """Describe a checklist (schema.org/ItemList; schema.org/HowTo where its items are steps in order)."""
    kind, steps, step = (
        ("HowTo", "step", "HowToStep") if view.ordered else ("ItemList", "itemListElement", "ListItem")
    )
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": kind,
        "@id": f"{view.absolute_url}#checklist",
        "name": view.title,
        "url": view.absolute_url,
        steps: [
            {"@type": step, "position": position, "name": item.text, "url": item_url(site, view, item)}
            for position, item in enumerate(view.items, 1)
        ],
    }
    return data if view.ordered else data | {"numberOfItems": len(view.items)}


def author_data(site: Site, author: Author) -> dict[str, Any]:
    """Describe an author's page (schema.org/ProfilePage)."""
    person = _people(site, [author])[0]
    return {"@context": "https://schema.org", "@type": "ProfilePage", "mainEntity": person}


def _people(site: Site, authors: Iterable[Author]) -> list[dict[str, Any]]:
    return [
        {"@type": "Person", "name": author.name, "url": site.absolute(site.author_path(author))}
        | ({"description": author.description} if author.description else {})
        | (
            {"sameAs": same}
            if (same := [link for link in (author.url, *(e.url for e in author.links)) if link])
            else {}
        )
        for author in authors
    ]
