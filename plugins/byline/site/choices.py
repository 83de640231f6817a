"""The checklists of a site, and what their authors decide about them, checked against the articles."""

from collections.abc import Iterable, Iterator, Mapping

from byline.articles import Article
from byline.checklists import Checklist, Drawing, draw, may_decide
from byline.problems import Problem, shown_path
from byline.site.site import Site


def drawings_of(shown: Iterable[Article], hidden: Iterable[Article]) -> dict[str, Drawing]:
    """Draw the checklists of articles, by their paths; of hidden ones only where authors may have decided."""
    drawn = [article for article in shown if article.checklist or may_decide(article.text)]
    drawn += [article for article in hidden if may_decide(article.text)]
    return {article.path: draw(article.text) for article in drawn}


def checklists_of(drawings: Mapping[str, Drawing]) -> dict[str, Checklist]:
    """Return the checklists that readers see."""
    return {path: drawing.checklist for path, drawing in drawings.items() if drawing.checklist.items}


def choice_problems(articles: Iterable[Article], drawings: Mapping[str, Drawing]) -> Iterator[Problem]:
    """Report choices that cannot be followed; as warnings, marks that stand at nothing."""
    for article in articles:
        if article.path in drawings:
            for unmet in drawings[article.path].unmet:
                yield Problem(article.file, unmet.line, unmet.wrong, unmet.mend, unmet.warning)


def review_warnings(site: Site) -> Iterator[Problem]:
    """Point out articles that say `checklist: review`: readers see nothing until somebody reviewed it."""
    for article in (*site.articles, *site.hidden):
        if isinstance(article.meta.get("checklist"), str) and draw(article.text).awaits_review:
            mend = f"run `byline tips --write {shown_path(article.file)}`, then read it over"
            yield article.problem("checklist", "the checklist waits for review", mend, warning=True)
