"""What is decided about one post: by an option, by the file itself, or by a guess the author can change."""

from dataclasses import dataclass
from datetime import date

from byline.addresses import slugify
from byline.articles.titles import split_heading
from byline.importers.days import day_in_name, read_day
from byline.importers.imported import ImportedArticle
from byline.importers.options import Choice
from byline.importers.posts import slug_of_name
from byline.importers.taken import Taken
from byline.problems import ContentError, Problem


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a post will be. `file` is its name; `slug` is empty where the title gives the same.

    `other_titles` are left to choose from where the title is a guess. A post can be `dated` by words that
    name no `day`: its own front matter is kept.
    """

    title: str
    file: str
    day: date | None = None
    authors: tuple[str, ...] = ()
    slug: str = ""
    draft: bool = True
    dated: bool = False
    guessed: bool = False
    other_titles: tuple[str, ...] = ()


def decide(article: ImportedArticle, choice: Choice, authors: tuple[str, ...], taken: Taken) -> Decisions:
    """Settle title, date, address and state of a post. Raises `ContentError` where they cannot be."""
    own = article.fields.values
    day = read_day(own["date"]) if "date" in own else choice.day or day_in_name(article.source)
    dated = "date" in own or day is not None
    draft = own.get("draft", not choice.publish) is not False
    if not draft and not dated:
        mend = f"add `--date {article.days[0] if article.days else '2026-03-04'}`, or bring it in as a draft"
        raise ContentError([Problem(article.source, 1, "no date, so it cannot be published", mend)])
    said = "title" in own or (article.markdown and split_heading(article.body, "")[1])
    guessed = not choice.title and not said
    title = choice.title if choice.title and "title" not in own else article.titles[0]
    slug, file = _address(article, title, day, taken)
    return Decisions(
        title=title,
        file=file,
        day=day,
        authors=authors,
        slug=slug if slug != slugify(title) else "",
        draft=draft,
        dated=dated,
        guessed=guessed,
        other_titles=tuple(other for other in article.titles if other != title) if guessed else (),
    )


def kept_keys(article: ImportedArticle, choice: Choice) -> tuple[str, ...]:
    """Say where the front matter of a Markdown file won over an option."""
    asked = {"title": choice.title, "date": choice.day, "draft": choice.publish}
    keys = [key for key, option in asked.items() if option and key in article.fields.values]
    return tuple(f"its front matter has `{key}:`, which is kept" for key in keys)


def _address(article: ImportedArticle, title: str, day: date | None, taken: Taken) -> tuple[str, str]:
    """Return a free slug and file name. A slug that a Markdown file states itself must be free as it is."""
    own = article.fields.values.get("slug")
    wanted = slugify(str(own or title)) or slug_of_name(article.source) or "post"
    slug, file = taken.take(wanted, day)
    if own and slug != wanted:
        line, mend = article.fields.line("slug"), "write another, or delete that line"
        raise ContentError([Problem(article.source, line, f"the slug `{own}` is taken by a post", mend)])
    return slug, file
