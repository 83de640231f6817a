"""Comments of readers that were copied along with an article are dropped, all of them to the end."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, islice

from byline.importers.days import find_date
from byline.importers.imported import Pasted

LONGEST_HEADING = 250
LINES_BELOW = 4

_NUMBER = r"(?:\d{1,5}|no|one|two|three|four|five|six|seven|eight|nine|ten)"
_HEADING = re.compile(
    _NUMBER + r" (?:thoughts?|comments?|responses?|repl(?:y|ies))(?: (?:on|to) (?:[“\"‘'«].*|.*[^.\s]))?:?"
    r"|comments? ?\(\d{1,5}\):?|comments:?",
    re.IGNORECASE,
)
_COMMENT = re.compile(
    r"[^.!?]{1,60} (?:says|said):?|.{1,80} said:|pingback:.*|(?:log in to )?reply", re.IGNORECASE
)


def drop_comments(pasted: Pasted) -> Pasted:
    """Drop everything from a line such as "3 thoughts on …" on, if it stands in the last third of the text.

    What follows it must look like comments: somebody says something, replies, or a date stands alone.
    """
    lines = pasted.blocks
    lengths = list(accumulate((len(line.strip()) for line in lines), initial=0))
    for place, line in enumerate(lines):
        late = 3 * lengths[place] >= 2 * lengths[-1]
        if late and _is_heading(line) and _has_comments(lines, place + 1):
            piece = "\n".join(line.rstrip() for line in lines[place:]).strip()
            return replace(pasted, blocks=lines[:place], dropped=(piece, *pasted.dropped))
    return pasted


def _is_heading(line: str) -> bool:
    return len(line) <= LONGEST_HEADING and bool(_HEADING.fullmatch(line.strip()))


def _has_comments(lines: Sequence[str], start: int) -> bool:
    below = islice(
        (lines[place].strip() for place in range(start, len(lines)) if lines[place].strip()), LINES_BELOW
    )
    return any(len(line) <= 100 and (_COMMENT.fullmatch(line) or find_date(line)) for line in below)
