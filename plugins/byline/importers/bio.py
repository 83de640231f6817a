"""The author's bio at the end of an article is lifted out of it.

A bio begins with a name, says what the person does, speaks of them in the third person, and is no longer
than a paragraph or two. A last paragraph that quotes somebody, or whose person the article is about, stays.
"""

import re
from dataclasses import replace

from byline.importers.imported import Bio, Pasted
from byline.importers.loss import same_words
from byline.importers.roles import opening_name, role_line

WORDS = range(12, 161)
LONGEST_FOLLOW_UP = 80

_ROLE = re.compile(
    r"\b(?:co-?)?(?:founders?|owners?|presidents?|principals?|partners?|ceo|cto|cfo|coo|cmo|chief|chair(?:wo)?man|"
    r"chair|directors?|managers?|managing|executives?|officers?|heads?|leads?|leaders?|vice|vp|author|authors|writers?|"
    r"journalists?|editors?|columnists?|bloggers?|speakers?|consultants?|coach(?:es)?|trainers?|teachers?|"
    r"professors?|lecturers?|researchers?|scientists?|engineers?|developers?|designers?|architects?|analysts?|"
    r"strategists?|advisors?|advisers?|mentors?|experts?|specialists?|entrepreneurs?|investors?|attorneys?|"
    r"lawyers?|physicians?|nurses?|therapists?|psychologists?|photographers?|podcasters?|hosts?|member|fellow|"
    r"works?|writes?|teaches|coaches|advises|consults|helps|runs|leads|founded|hosts|blogs)\b",
    re.IGNORECASE,
)
_THIRD_PERSON = re.compile(r"\b(?:he|she|they|his|her|hers|their|him|them)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|me|my|mine|we|us|our|you|your)\b|\bI['’]")
_QUOTES = re.compile(
    r"\b(?:said|says|told|tells|asked|asks|replied|relates|argues|argued|notes|noted|put it|once wrote|"
    r"reminds|points out|recalls|recalled|explains|explained|insists|likes to say)\b"
)
_ROLE_OPENING = re.compile(
    r"[,\s]*(?:,|is|was|has|works|writes|helps|leads|runs|teaches|hosts|founded)\b|\s*,"
)
_ABOUT = re.compile(
    r"(?:about (?:the )?authors?|about me|author bio|bio|the author)(?P<end>:?)", re.IGNORECASE
)


def lift_bio(pasted: Pasted) -> Pasted:
    """Take a bio of one or two paragraphs off the end, with an "About the author" line above it."""
    blocks = pasted.blocks
    for count in (1, 2):
        if len(blocks) <= count:
            break
        *above, first = blocks[: len(blocks) - count + 1]
        follow_up = blocks[len(blocks) - count + 1 :]
        inline, first = _split_label(first.strip())
        if all(_goes_on(block) for block in follow_up) and is_bio(first, " ".join(above)):
            name, rest = opening_name(first)
            text = "\n\n".join((first, *(block.strip() for block in follow_up)))
            last = above[-1].strip() if above else ""
            label = last if _ABOUT.fullmatch(last) or same_words(last, f"About {name}") else ""
            kept = tuple(above[:-1] if label else above)
            labels = tuple(piece for piece in (label, inline) if piece)
            bio = Bio(name, role_line(rest), text)
            return replace(pasted, blocks=kept, bio=bio, dropped=(*labels, *pasted.dropped))
    return pasted


def is_bio(paragraph: str, article: str = "") -> bool:
    """Say whether a paragraph is the bio of whoever wrote the article above it."""
    if len(paragraph) > 2_000 or len(paragraph.split()) not in WORDS:
        return False
    name, rest = opening_name(paragraph)
    if not name or not _ROLE_OPENING.match(rest):
        return False
    unquoted = re.sub(r"[“\"][^”\"]*[”\"]", " ", rest)
    shouted = re.sub(r"\b[A-Z]{2,}\b", " ", unquoted)
    spoken = _FIRST_PERSON.search(shouted) or _QUOTES.search(unquoted)
    if spoken or not _ROLE.search(unquoted[:200]):
        return False
    surname = name.split()[-1]
    if len(re.findall(rf"\b{re.escape(surname)}\b", article)) > 2:
        return False
    return bool(_THIRD_PERSON.search(unquoted)) or bool(_states_role(rest))


def _split_label(paragraph: str) -> tuple[str, str]:
    """Take "About the author:" off the paragraph it opens."""
    found = _ABOUT.match(paragraph)
    if not found or not found["end"] or not paragraph[found.end() : found.end() + 1].isspace():
        return "", paragraph
    return found[0], paragraph[found.end() :].strip()


def _states_role(rest: str) -> re.Match[str] | None:
    """Find `, founder of` or `is a writer`: a role said of the person at once."""
    opening = re.match(r"\s*,?\s*(?:(?:is|was)\s+)?(?:(?:an?|the|our)\s+)?(?:[\w&’'-]+\s+){0,4}", rest)
    return _ROLE.search(rest[: (opening.end() if opening else 0) + 20])


def _goes_on(paragraph: str) -> bool:
    """Say whether a paragraph goes on about the person: short, in the third person from its first words."""
    words = paragraph.split()
    about = _THIRD_PERSON.search(" ".join(words[:6])) or re.match(
        r"(?:connect|contact|follow|visit|learn more)\b", paragraph, re.IGNORECASE
    )
    return len(words) <= LONGEST_FOLLOW_UP and bool(about) and not re.search(r"\b(?:I|my)\b", paragraph)
