"""New texts of articles: what of a save can be shown without building the whole site."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.exceptions import Abort

from byline.adapter.preview.made import Made
from byline.articles import Article, is_media, mentions, parse_article
from byline.comments import ARCHIVES
from byline.documents import read_text, split_front_matter, unreadable
from byline.problems import ContentError, Problem
from byline.site import Site, moment_of, with_text

MOST_AT_ONCE = 8
"""More articles than these are made anew with the whole site."""


class WholeBuildNeededError(Exception):
    """More than the text of a few articles changed."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A new text of an article, and the site that has it. What is doubtful in it is in `warnings`."""

    article: Article
    site: Site
    warnings: list[Problem]


class Edits:
    """Reads saved files against the last build's site."""

    def __init__(self, made: Made) -> None:
        self._made, self._build = made, made.build
        self._articles = {_absolute(article.file): article.path for article in self._build.site.articles}

    def read(self, paths: Iterable[Path]) -> list[Edit]:
        """Return what is new in articles, checked, each edit within the site that has those before it.

        Raises `WholeBuildNeededError` where more than that is new, and `Abort` with what is wrong with it.
        """
        articles = [article for path in sorted(paths) if (article := self._read(path))]
        if len(articles) > MOST_AT_ONCE or self._dates_came():
            raise WholeBuildNeededError
        edits, site = [], self._build.site
        for article in articles:
            site, warnings = self._checked(site, article)
            edits.append(Edit(article, site, warnings))
        return edits

    def _read(self, path: Path) -> Article | None:
        """Return the article that a file holds now; None where nothing is new."""
        name = _absolute(path)
        if name not in self._articles:
            if path.exists() or self._was_there(name) or name.endswith(ARCHIVES):
                raise WholeBuildNeededError
            return None
        old = self._article(self._articles[name])
        try:
            text = read_text(old.file)
            if text == old.text:
                return None
            new = parse_article(text, old.file, path=old.path, zone=self._build.site.settings.timezone)
        except FileNotFoundError as error:
            raise WholeBuildNeededError from error
        except ContentError as error:
            raise Abort("\n".join(str(problem) for problem in error.problems)) from error
        except OSError as error:
            raise Abort(str(unreadable(old.file, error))) from error
        same_head = split_front_matter(text).yaml == split_front_matter(old.text).yaml
        if not same_head or replace(new, body=old.body, head=old.head, body_line=old.body_line) != old:
            raise WholeBuildNeededError
        return new

    def _was_there(self, name: str) -> bool:
        """Say whether the last build knew a file, or anything below a folder, that is gone."""
        sources = {file.abs_src_path for file in self._made.files if file.abs_src_path}
        settings = self._build.site.settings
        sources |= {*self._articles, _absolute(settings.authors_file), _absolute(settings.file)}
        return any(source == name or source.startswith(name + os.sep) for source in sources)

    def _dates_came(self) -> bool:
        """Say whether an article is due since the last build."""
        site = self._build.site
        now = moment_of(os.environ, site.settings)
        return any(article.date and site.now < article.date <= now for article in site.articles)

    def _checked(self, site: Site, article: Article) -> tuple[Site, list[Problem]]:
        """Put an article into the site, which must have no more and no fewer files with it."""
        folder = site.settings.posts_dir
        others = mentions(article) ^ mentions(self._article(article.path))
        if any(is_media(folder, path) for path in others):
            raise WholeBuildNeededError
        edited, problems = with_text(site, article)
        wrong = [str(problem) for problem in problems if not problem.warning]
        if wrong:
            raise Abort("\n".join(wrong))
        old, new = site.checklists.get(article.path), edited.checklists.get(article.path)
        if (old is None) != (new is None) or (old and new and old.heading != new.heading):
            raise WholeBuildNeededError
        return edited, problems

    def _article(self, path: str) -> Article:
        site = self._build.site
        return site.articles[site.positions[path]]


def _absolute(path: Path) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - links stay what they are
