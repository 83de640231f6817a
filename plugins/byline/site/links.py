"""Checking what articles link to and show: files, anchors, and the words for those who cannot see."""

import posixpath
from collections.abc import Iterator, Mapping

from byline.articles import Article, Reference, anchors, references
from byline.problems import Problem, did_you_mean
from byline.site.site import Site


def link_problems(site: Site) -> Iterator[Problem]:
    """Report links to nothing and to drafts; as warnings, missing anchors and images without words."""
    known = {f"{site.sources}/{article.path}": article for article in (*site.articles, *site.hidden)}
    hidden = {f"{site.sources}/{article.path}" for article in site.hidden}
    for source, article in known.items():
        for reference in references(article):
            if reference.alt == "":
                wrong = f"the image `{reference.target}` has no alternative text"
                yield _problem(
                    article, reference, wrong, "say what it shows: `![Sales by year](…)`", warning=True
                )
            if reference.is_local and not reference.target.startswith("{"):
                target = _target(source, reference)
                yield from _missing(site, article, reference, target, known)
                if target in hidden and source not in hidden:
                    wrong = f"`{reference.path}` is not published yet"
                    yield _problem(article, reference, wrong, "publish it, or take the link out")


def _missing(
    site: Site, article: Article, reference: Reference, target: str, known: Mapping[str, Article]
) -> Iterator[Problem]:
    """Report a link whose file is not there, or whose anchor is not in it."""
    if reference.path and target not in known and not _exists(site, target):
        name, ending = posixpath.splitext(posixpath.basename(target))
        stems = (posixpath.basename(path).removesuffix(".md") for path in known)
        near = did_you_mean(name, stems) if ending == ".md" else ""
        wrong = f"`{reference.path}` leads to nothing"
        yield _problem(article, reference, wrong, f"{near}name a file by its path from this article")
    elif reference.anchor and target in known and reference.anchor not in anchors(known[target]):
        wrong = f"there is no heading `#{reference.anchor}` in {posixpath.basename(target)}"
        yield _problem(article, reference, wrong, "name one that is there", warning=True)


def _target(source: str, reference: Reference) -> str:
    """Return the file that a reference names, as MkDocs counts files; an anchor alone names its own."""
    if not reference.path:
        return source
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), reference.path))


def _exists(site: Site, target: str) -> bool:
    """Say whether a file is there; an address of the site (`../about/`) cannot be checked here."""
    settings = site.settings
    if not posixpath.splitext(target)[1]:
        return True
    if target.startswith(f"{site.sources}/"):
        return (settings.posts_dir / target.removeprefix(f"{site.sources}/")).is_file()
    generated = {
        settings.articles_path,
        settings.authors_path,
        settings.categories_path,
        settings.tags_path,
        settings.checklists_path,
        settings.subscribe_path,
    }
    return (settings.docs_dir / target).is_file() or any(target.startswith(f"{path}/") for path in generated)


def _problem(
    article: Article, reference: Reference, wrong: str, mend: str, *, warning: bool = False
) -> Problem:
    return Problem(article.file, reference.line, wrong, mend, warning)
