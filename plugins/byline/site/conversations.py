"""What was said about the articles: the files beside them, found in one walk, read and put into threads."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

from byline.articles import Article
from byline.comments import ARCHIVES, Conversation, Written, converse, doubles, read_archive
from byline.documents import read_text, unreadable
from byline.problems import ContentError, Problem, did_you_mean
from byline.site.site import Site

ALMOST = tuple(ending.removesuffix("yml") + "yaml" for ending in ARCHIVES)


def load_conversations(
    folder: Path, articles: Iterable[Article], *, zone: ZoneInfo
) -> tuple[dict[str, Conversation], list[Problem]]:
    """Read what stands beside articles, by the articles' paths; also beside drafts, to check it.

    Files without an article are left aside.
    """
    files = dict(_archives(folder))
    if not files:
        return {}, []
    conversations: dict[str, Conversation] = {}
    problems: list[Problem] = []
    for article in articles:
        found: list[Written] = []
        stem = article.path.rpartition(".")[0]
        for file in (files[stem + ending] for ending in ARCHIVES if stem + ending in files):
            found += _read(file, zone, problems)
        problems += doubles(found)
        if found:
            conversations[article.path], warnings = converse(found)
            problems += warnings
    return conversations, problems


def archive_warnings(site: Site) -> Iterator[Problem]:
    """Point out files of comments that stand beside no article, and those with another ending."""
    stems = {article.path.rpartition(".")[0] for article in (*site.articles, *site.hidden)}
    for path, file in _archives(site.settings.posts_dir, (*ARCHIVES, *ALMOST)):
        if path.endswith(ALMOST):
            mend = f"rename it to end in `{file.suffixes[-2]}.yml`"
            yield Problem(file, 1, "these comments are not read", mend, warning=True)
            continue
        stem = next(path.removesuffix(ending) for ending in ARCHIVES if path.endswith(ending))
        if stem not in stems:
            mend = did_you_mean(stem, stems) + "rename it as the article is named, or take it out"
            yield Problem(file, 1, f"there is no article `{stem}.md` here", mend, warning=True)


def _read(file: Path, zone: ZoneInfo, problems: list[Problem]) -> list[Written]:
    try:
        if not stat.S_ISREG(file.lstat().st_mode):
            problems.append(Problem(file, 1, "this is no ordinary file", "put the file itself here"))
            return []
        found, wrong = read_archive(read_text(file), file, zone=zone)
    except ContentError as error:
        problems += error.problems
        return []
    except OSError as error:
        problems.append(unreadable(file, error))
        return []
    problems += wrong
    return found


def _archives(folder: Path, endings: tuple[str, ...] = ARCHIVES) -> Iterator[tuple[str, Path]]:
    """Yield the files of comments below a folder, by their paths in it; hidden names are passed."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if name.endswith(endings) and name[0] != "."):
            file = Path(where, name)
            yield file.relative_to(folder).as_posix(), file
