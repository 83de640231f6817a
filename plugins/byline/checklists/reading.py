"""Reading an article for its tips: its sentences with their settings, and how likely each is a tip."""

from dataclasses import dataclass

from byline.checklists.candidates import Candidate, find_candidates
from byline.checklists.context import article_signals, place_signals
from byline.checklists.head import FrontMatter, read_head
from byline.checklists.languages import Language
from byline.checklists.markdown import read_markdown
from byline.checklists.neighbours import neighbour_signals, without_doubts
from byline.checklists.plain import read_plain
from byline.checklists.recognition import language_of
from byline.checklists.scorer import trained
from byline.checklists.selection import Scored
from byline.checklists.signals import local_signals

_ENOUGH_FOR_LANGUAGE = 100


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's title and sentences, and the pack for its language, None where there is none."""

    title: str
    sentences: tuple[Candidate, ...]
    language: Language | None


def read_article(text: str, head: FrontMatter | None = None, *, plain: bool = False) -> Reading:
    """Read a Markdown file as stored, or with `plain` a pasted text of one line per paragraph.

    `head` is its front matter where the caller knows that already.
    """
    head = FrontMatter("", 1, 0) if plain else head or read_head(text)
    begin, title = head.body_start, head.title
    blocks = read_plain(text, begin) if plain else read_markdown(text, begin)
    sentences = find_candidates(text, blocks, plain=plain)
    if sentences and sentences[0].kind == "heading" and _is_title(sentences[0], title):
        title = title or sentences[0].text
        sentences = sentences[1:]
    language = language_of(" ".join([sentence.text for sentence in sentences[:_ENOUGH_FOR_LANGUAGE]]))
    return Reading(title, tuple(sentences), language)


def _is_title(heading: Candidate, title: str) -> bool:
    return heading.level == 1 or heading.text == title


def score(reading: Reading) -> list[Scored]:
    """Give every sentence its signals and its confidence; none where the language has no pack."""
    if reading.language is None:
        return []
    local = [local_signals(sentence, reading.language) for sentence in reading.sentences]
    article = article_signals(reading.title, reading.sentences, local, reading.language)
    around = neighbour_signals(reading.sentences, local)
    weights = trained()
    places = place_signals(reading.sentences)
    return [
        Scored(sentence, signals, weights.confidence_of(signals))
        for sentence, own, near, place in zip(reading.sentences, local, around, places, strict=True)
        for signals in (without_doubts(own, near).union(near, place, article),)
    ]
