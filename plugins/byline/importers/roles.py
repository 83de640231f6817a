"""Who a bio is about: the name it opens with, and the role it states."""

import re

TITLES = frozenset("dr prof mr mrs ms mx sir rev hon".split())
CREDENTIALS = frozenset("phd md mba msc ma ba bsc jd cpa esq jr sr ii iii pe cfa dds llm edd pmp rn".split())
PARTICLES = frozenset(
    "van von der den de del della di da dos du la le el al bin ibn ter ten zu zur y".split()
)
NO_NAMES = frozenset(
    "the a an this that these those our my your his her their its it we you they he she i in on at for "
    "from to of by with if when while where why how what who and but or so yet as after before once "
    "since because although there here every each all some many most one two not no do don’t is are was "
    "be let make about".split()
)
LONGEST_ROLE = 110

_VERB = re.compile(
    r"(?:is|was|has|had|are)\b|(?!sales\b|news\b|operations\b|communications\b)[a-z]+s\b(?!\s+(?:of|at)\b)"
)
_END_OF_ROLE = re.compile(
    r"[.;!?](?=\s|\Z)|\s+(?:who|where|which|and (?:has|is|was|writes|helps|works))\b|,\s"
)


def opening_name(paragraph: str) -> tuple[str, str]:
    """Read the name a paragraph opens with and what follows it; no name is `""`.

    A name has two to five words: capitalised ones, initials, and particles such as `van` between them.
    A title before it and credentials behind it are no part of it.
    """
    words: list[str] = []
    end = 0
    for found in re.finditer(r"\S+", paragraph[:200]):
        word = found[0].rstrip(",:;")
        plain = word.strip(".,").casefold()
        if not words and plain in TITLES:
            end = found.end()
            continue
        if plain in CREDENTIALS and words:
            return _checked(words), _after_credentials(paragraph, found.start())
        if not (_is_name_word(word) or (words and plain in PARTICLES and word.islower())):
            break
        words.append(word)
        end = found.start() + len(word)
        if len(word) < len(found[0]) or len(words) > 5:
            break
    while words and words[-1].islower():
        words.pop()
    rest = paragraph[end:]
    credentials = re.match(r"\s*,\s*([\w.]{2,6})(?=[,\s])", rest)
    if credentials and credentials[1].replace(".", "").casefold() in CREDENTIALS:
        rest = rest[credentials.end() :]
    return _checked(words), rest


def role_line(rest: str) -> str:
    """Return the role that follows a name: `, founder of X, helps …` and `is a founder of X. …` alike."""
    rest = re.sub(r"\s+", " ", rest[:400]).strip()
    said = re.match(r"(?:,\s*)?(?:is|was)\s+(?:an?|the)?\s*", rest)
    if said:
        end = _END_OF_ROLE.search(rest, said.end())
        role = rest[said.end() : end.start() if end else len(rest)]
    elif rest.startswith(","):
        parts = rest[1:].strip().split(", ")
        kept = [parts[0]]
        for part in parts[1:]:
            if _VERB.match(part) or part.startswith(("who ", "and ", "where ")):
                break
            kept.append(part)
        role = re.split(r"[.;](?=\s|\Z)", ", ".join(kept))[0]
    else:
        return ""
    role = role.strip(" ,.")
    return role[:1].upper() + role[1:] if len(role) <= LONGEST_ROLE else ""


def _is_name_word(word: str) -> bool:
    """Say whether a word may stand in a name: `Ana`, `N.`, `O’Neil`, `Lee-Ann`; no acronym, no number."""
    letters = word.rstrip(".")
    if not letters or (letters.casefold() in NO_NAMES and len(letters) > 1) or not letters[0].isupper():
        return False
    if word.endswith(".") and len(letters) > 1 and "." not in letters:
        return False
    return all(sign.isalpha() or sign in "-‐‑’'." for sign in letters) and not (
        len(letters) > 3 and letters.isupper()
    )


def _checked(words: list[str]) -> str:
    full = [word for word in words if len(word.strip(".")) > 1]
    return " ".join(words) if 2 <= len(words) <= 5 and full else ""


def _after_credentials(paragraph: str, start: int) -> str:
    rest = paragraph[start:]
    found = re.match(r"[\w.]+", rest)
    return rest[found.end() :] if found else rest
