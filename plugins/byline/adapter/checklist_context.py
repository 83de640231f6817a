"""What the pages that gather checklists print."""

import posixpath
from collections.abc import Iterable
from typing import Any

from mkdocs.structure.pages import Page

from byline.adapter.build import Build
from byline.adapter.checklist_pages import ChecklistsPage, MyPlaybookPage, PlaybookPage, SheetPage
from byline.articles import Article
from byline.pages import Link, checklist_list, json_ld, playbooks, script_words, words_for


def checklist_context(build: Build, page: Page) -> dict[str, Any]:
    """Return the names that a page of checklists may use; none for other pages."""
    if isinstance(page, SheetPage):
        return _sheet_context(build, page.article)
    if not isinstance(page, ChecklistsPage | PlaybookPage | MyPlaybookPage):
        return {}
    site = build.site
    context: dict[str, Any] = {
        "words": words_for(build.language),
        "script_words": script_words(build.language),
        "mine_url": site.address(f"{site.settings.checklists_path}/mine"),
        "all_url": site.address(site.settings.checklists_path),
        "index_url": f"{site.settings.checklists_path}/index.json",
    }
    if isinstance(page, ChecklistsPage):
        context["rows"] = _sections(build, site.articles)
        context["playbooks"] = [
            (
                playbook.kind,
                Link(playbook.name, site.address(playbook.path), len(playbook.articles)),
                posixpath.basename(playbook.listing),
            )
            for playbook in playbooks(site)
        ]
    elif isinstance(page, PlaybookPage):
        context["playbook"] = page.playbook
        context["listing_url"] = site.address(page.playbook.listing)
        context["sections"] = _sections(build, page.playbook.articles)
    return context


def _sheet_context(build: Build, article: Article) -> dict[str, Any]:
    view = build.checklists[article.path]
    return {
        "checklist": view,
        "entry": build.view.entries[article.path],
        "oembed": build.site.url + view.oembed_url,
        "checklist_ld": json_ld(checklist_list(build.site, view)),
    }


def _sections(build: Build, articles: Iterable[Article]) -> list[dict[str, Any]]:
    """Return the checklists of these articles, each with its article's entry and by what it can be found."""
    site = build.site
    return [
        {
            "entry": build.view.entries[article.path],
            "checklist": build.checklists[article.path],
            "topics": [
                posixpath.basename(site.categories[name.casefold()].path) for name in article.categories
            ],
            "authors": [site.authors[author_id].slug for author_id in article.authors],
        }
        for article in articles
        if article.path in build.checklists
    ]
