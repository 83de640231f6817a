"""The pages that gather checklists, as MkDocs pages, and which of them a site has."""

from collections.abc import Iterator, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from byline.adapter.pages import BylinePage, GeneratedPage, generated_file
from byline.articles import Article
from byline.pages import Playbook, playbooks, words_for
from byline.site import Site


class SheetPage(GeneratedPage):
    """A checklist on a page of its own: no part of the site's frame stands around it.

    It stays out of the sitemap: Material's instant navigation would take each page in there for one with
    the site's frame, and show nothing of it. Search engines find it by the article's links.
    """

    def __init__(self, article: Article, title: str, file: File, config: MkDocsConfig) -> None:
        super().__init__(title, "byline/sheet.html", file, config)
        self.canonical_url = self.abs_url = None
        self.article = article


class ChecklistsPage(GeneratedPage):
    """All checklists of the site."""


class MyPlaybookPage(GeneratedPage):
    """What this reader has begun."""


class PlaybookPage(GeneratedPage):
    """The checklists of one category or author."""

    def __init__(self, playbook: Playbook, title: str, file: File, config: MkDocsConfig) -> None:
        super().__init__(title, "byline/playbook.html", file, config)
        self.playbook = playbook


def add_checklist_pages(files: Files, config: MkDocsConfig, site: Site, titles: Mapping[str, str]) -> None:
    """Add the pages of all checklists. Where docs/ holds a page in the place of one, that page stays."""
    taken = {file.dest_uri for file in files.documentation_pages()}
    for page in _pages(config, site):
        if page.file.dest_uri not in taken:
            files.append(page.file)
            page.rename(titles.get(page.file.src_uri))


def _pages(config: MkDocsConfig, site: Site) -> Iterator[BylinePage]:
    words = words_for(str(config.theme.get("language") or "en"))
    path = site.settings.checklists_path

    def file(place: str, *, listed: bool = False) -> File:
        return generated_file(config, f"{place}/index.md", place, listed=listed)

    yield ChecklistsPage(
        words["checklists"], "byline/checklists.html", file(path, listed=bool(site.checklists)), config
    )
    yield MyPlaybookPage(words["my_playbook"], "byline/my-playbook.html", file(f"{path}/mine"), config)
    for article in site.articles:
        if checklist := site.checklists.get(article.path):
            title = checklist.heading or article.title
            yield SheetPage(article, title, file(site.checklist_path(article)), config)
    for playbook in playbooks(site):
        title = words["playbook_title"].format(name=playbook.name)
        yield PlaybookPage(playbook, title, file(playbook.path), config)
