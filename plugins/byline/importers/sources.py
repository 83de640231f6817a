"""Reading the files named for an import: all of them, or every problem that stands in the way."""

from collections.abc import Iterable
from pathlib import Path

from byline.importers.imported import ImportedArticle
from byline.importers.reading import read_source
from byline.problems import ContentError, Problem


def read_files(
    files: Iterable[Path], *, encoding: str = "utf-8", posts: Iterable[Path] = ()
) -> tuple[ImportedArticle, ...]:
    """Read files to import; `posts` are files of the site itself. Raises `ContentError` with all problems."""
    own = {post.resolve() for post in posts}
    articles: list[ImportedArticle] = []
    problems: list[Problem] = []
    for file in files:
        try:
            if file.resolve() in own:
                raise ContentError([Problem(file, 1, "this is a post of the site already", "leave it out")])
            articles.append(read_source(_read_bytes(file), file, encoding))
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    return tuple(articles)


def _read_bytes(file: Path) -> bytes:
    try:
        if file.is_dir():
            mend = f"name the files in it, for example `{file}/*.txt`"
            raise ContentError([Problem(file, 1, "this is a folder", mend)])
        if not file.exists():
            raise ContentError([Problem(file, 1, "there is no such file", "check its name and folder")])
        if not file.is_file():
            raise ContentError([Problem(file, 1, "this is no regular file", "save its text to a file first")])
        return file.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ContentError(
            [Problem(file, 1, f"it cannot be read ({reason})", "check its name and rights")]
        ) from error
