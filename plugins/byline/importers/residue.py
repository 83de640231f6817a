"""What a web page leaves at the end of a copied article ("Leave a Reply", "Filed under …") is dropped."""

import re
from dataclasses import replace

from byline.importers.imported import Pasted
from byline.importers.loss import COMMENT_FORM

LONGEST_RESIDUE = 200

_NETWORKS = "facebook|twitter|linkedin|pinterest|reddit|tumblr|whatsapp|telegram|e-?mail|print|bluesky"
_WHOLE_LINE = re.compile(
    "|".join(
        (
            r"leave a (?:reply|comment)(?: cancel reply)?",
            r"cancel reply|post comment|loading\.*|like this:?(?: like)?(?: loading\.*)?",
            r"(?:\d+|one|two|no) (?:thoughts?|comments?|responses?|replies)(?: yet)?(?: (?:on|to)\b.*)?",
            r"share this(?: (?:post|article))?:?|share on (?:" + _NETWORKS + r")|" + _NETWORKS,
            r"(?:click to )?(?:share|email|print)\b.*\(opens in new window\)",
            r"(?:filed under|tagged(?: with| as)?|posted in)\b:? ?[^.!?]*|(?:tags|categories|category):.*",
            r"(?:previous|next)(?: (?:post|article))?(?::.*)?|← ?.*|.*→",
            r"(?:post navigation|related(?: (?:posts|articles))?:?)",
            r"your email address will not be published\..*|required fields are marked.*",
            r"(?:save my name, email,? and website in this browser).*",
        )
    ),
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?<=[^\s,;])(\s?)(" + COMMENT_FORM + r")\Z")
_SENTENCE_END = tuple(".!?…”’\"')]")


def drop_residue(pasted: Pasted) -> Pasted:
    """Drop what a page left below an article, from its end upwards and never from its middle."""
    blocks = list(pasted.blocks)
    dropped: list[str] = []
    while blocks and (not blocks[-1].strip() or is_residue(blocks[-1])):
        if text := blocks.pop().strip():
            dropped.insert(0, text)
    if blocks:
        kept, glued = split_glued(blocks[-1])
        if glued:
            blocks[-1] = kept
            dropped.insert(0, glued)
    return replace(pasted, blocks=tuple(blocks), dropped=(*dropped, *pasted.dropped))


def is_residue(line: str) -> bool:
    """Say whether a line at the end is a page's own: a comment form, sharing links, tags, navigation."""
    line = line.strip()
    return len(line) <= LONGEST_RESIDUE and bool(_WHOLE_LINE.fullmatch(line))


def split_glued(line: str) -> tuple[str, str]:
    """Take "Leave a Reply" off the sentence it was glued to: the sentence, and what was taken off."""
    line = line.rstrip()
    found = _GLUED.search(line)
    if not found or (found[1] and not line[: found.start()].endswith(_SENTENCE_END)):
        return line, ""
    return line[: found.start()], found[2]
