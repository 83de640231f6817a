"""The plan of an import: which files it would write, and what it has to say. Nothing is written here."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from byline.documents import split_front_matter
from byline.importers.attribution import Attribution, attribute
from byline.importers.deciding import Decisions, decide, kept_keys
from byline.importers.escape import unescape
from byline.importers.front_matter import title_from_heading, write_post
from byline.importers.imported import ImportedArticle
from byline.importers.loss import Loss, account
from byline.importers.options import Choice, ImportOptions, choose
from byline.importers.surroundings import LEFT_OVERS, Surroundings
from byline.importers.taken import Taken
from byline.problems import ContentError, Problem


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that is to be made: it must not be there yet."""

    path: Path
    text: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What becomes of one file: `post` is the post it was imported as, earlier if nothing was decided now.

    `kept_in` is the file that keeps what was dropped, `notes` what the author should know.
    """

    article: ImportedArticle
    post: Path
    loss: Loss
    decisions: Decisions | None = None
    kept_in: Path | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All that an import would write; `authors_text` is the new text of the author file, if it changes."""

    new_files: tuple[NewFile, ...]
    authors_text: str | None
    reports: tuple[ImportReport, ...]


def plan_import(
    articles: Sequence[ImportedArticle], options: ImportOptions, site: Surroundings
) -> ImportPlan:
    """Decide what each article becomes. Raises `ContentError` with every problem found."""
    choices = choose(articles, options, site.authors)
    known = {post.source_id: post.file for post in site.posts if post.source_id}
    fresh = [article for article in articles if article.source_id not in known]
    attribution = attribute(fresh, site.authors, site.authors_text, options.author)
    taken = Taken(site)
    problems: list[Problem] = []
    files: list[NewFile] = []
    reports: list[ImportReport] = []
    for article, choice in zip(articles, choices, strict=True):
        if article.source_id in known:
            reports.append(ImportReport(article, known[article.source_id], article.loss))
            continue
        try:
            report, made = _plan_one(article, choice, attribution, taken, site.posts_dir)
        except ContentError as error:
            problems += error.problems
            continue
        known[article.source_id] = report.post
        files += made
        reports.append(report)
    if problems:
        raise ContentError(problems)
    return ImportPlan(tuple(files), attribution.authors_text, tuple(reports))


def _plan_one(
    article: ImportedArticle, choice: Choice, attribution: Attribution, taken: Taken, folder: Path
) -> tuple[ImportReport, list[NewFile]]:
    """Plan the post of one article, and the file beside it that keeps what is in no post."""
    authors, notes = attribution.of(article)
    decisions = decide(article, choice, authors, taken)
    text = write_post(article, decisions)
    loss = recount(article, decisions.title, text)
    if loss.unaccounted:
        raise ContentError([_stray_words(article, loss)])
    post = folder / decisions.file
    made = [NewFile(post, text)]
    pieces = [*article.dropped]
    if article.bio and not attribution.holds_bio(article):
        pieces.append(article.bio.text)
    kept_in = folder / LEFT_OVERS / taken.left_overs(post.stem) if pieces else None
    if kept_in:
        made.append(NewFile(kept_in, "\n\n".join(pieces) + "\n"))
    report = ImportReport(article, post, loss, decisions, kept_in, (*notes, *kept_keys(article, choice)))
    return report, made


def recount(article: ImportedArticle, title: str, text: str) -> Loss:
    """Count the words again, in the post as it would be written."""
    body = text[split_front_matter(text).body_start :]
    out = [body if article.markdown else unescape(body)]
    if title_from_heading(article, title):
        out.append(title)
    return account(
        article.text, out=out, bio=article.bio.text if article.bio else "", dropped=article.dropped
    )


def _stray_words(article: ImportedArticle, loss: Loss) -> Problem:
    shown = ", ".join(f"“{word}”" for word in loss.strays[:3])
    wrong = f"{loss.unaccounted} words would be lost or doubled ({shown})"
    return Problem(article.source, 1, wrong, "save the text as `.md` to bring it in as it is")
