"""The checklists of a site, and what their authors decide about them, checked against the articles."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from byline.articles import Article
from byline.checklists import Checklist, Drawing, draw, may_decide
from byline.problems import Problem, shown_path
from byline.site.site import Site

Drawer = Callable[[Sequence[str]], Sequence[Drawing]]
"""Draws the tips of texts, in their order."""


def draw_all(texts: Sequence[str]) -> list[Drawing]:
    """Draw the tips of texts, one after the other."""
    return [draw(text, reasons=False) for text in texts]


def drawings_of(shown: Iterable[Article], hidden: Iterable[Article], drawer: Drawer) -> dict[str, Drawing]:
    """Draw the checklists of articles, by their paths; of hidden ones only where authors may have decided."""
    drawn = [article for article in shown if article.checklist or may_decide(article.text)]
    drawn += [article for article in hidden if may_decide(article.text)]
    drawings = drawer([article.text for article in drawn])
    return {article.path: drawing for article, drawing in zip(drawn, drawings, strict=True)}


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
        if isinstance(article.meta.get("checklist"), str) and draw(article.text, reasons=False).awaits_review:
            mend = f"run `byline tips --write {shown_path(article.file)}`, then read it over"
            yield article.problem("checklist", "the checklist waits for review", mend, warning=True)
