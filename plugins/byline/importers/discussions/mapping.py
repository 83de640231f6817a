"""The author's own list of which old address is which post: `old-address: post-file` lines."""

from collections.abc import Sequence
from pathlib import Path

from byline.articles import Article
from byline.documents import parse_yaml, read_text
from byline.importers.discussions.matching import address_keys
from byline.problems import ContentError, Problem, did_you_mean


def read_mapping(file: Path, articles: Sequence[Article]) -> dict[str, Article]:
    """Read such a file; a post is named by its place below the posts, or its path. Raises `ContentError`."""
    document = parse_yaml(read_text(file), file)
    by_path = {article.path: article for article in articles}
    by_file = {article.file.resolve(): article for article in articles}
    problems: list[Problem] = []
    named: dict[str, Article] = {}
    for old, post in document.values.items():
        text = post if isinstance(post, str) else ""
        article = by_path.get(text) or by_path.get(f"{text}.md") or by_file.get(Path(text).resolve())
        if article:
            named[next(iter(reversed(list(address_keys(str(old))))))] = article
        else:
            mend = did_you_mean(text, by_path) + "write the file of a post, such as `2019-03-04-title.md`"
            problems.append(Problem(file, document.line(str(old)), f"there is no post `{post}`", mend))
    if problems:
        raise ContentError(problems)
    return named
