"""What authors decide about their checklists, checked against the articles."""

from collections.abc import Iterable, Iterator

from byline.articles import Article
from byline.checklists import draw, may_decide
from byline.problems import Problem, shown_path
from byline.site.site import Site


def choice_problems(articles: Iterable[Article]) -> Iterator[Problem]:
    """Report choices that cannot be followed; as warnings, marks that stand at nothing."""
    for article in articles:
        if article.checklist and may_decide(article.text):
            for unmet in draw(article.text).unmet:
                yield Problem(article.file, unmet.line, unmet.wrong, unmet.mend, unmet.warning)


def review_warnings(site: Site) -> Iterator[Problem]:
    """Point out articles that say `checklist: review`: readers see nothing until somebody reviewed it."""
    for article in (*site.articles, *site.hidden):
        if isinstance(article.meta.get("checklist"), str) and draw(article.text).awaits_review:
            mend = f"run `byline tips --write {shown_path(article.file)}`, then read it over"
            yield article.problem("checklist", "the checklist waits for review", mend, warning=True)
