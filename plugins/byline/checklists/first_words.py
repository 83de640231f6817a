"""The words that a text must hold for a cue's pattern to be found: without them, no search is needed."""

from collections.abc import Iterator

_CLOSED = ("\\b", "\\s", "\\.", " ", ",", "'", "-", ":", "$")
"""What ends a word in a pattern; `'` stands for both apostrophes."""
_LOOKING = ("(?<!", "(?!", "(?<=", "(?=")


def first_words(pattern: str) -> frozenset[str] | None:
    """Return the letters that what a pattern finds begins with, up to the first sign that is none.

    None where that is not known: the pattern begins with a class of signs, or may end within a word. What is
    returned may hold words too many, never too few.
    """
    words = _words("", f"(?:{pattern.removeprefix(', ')})")
    return None if words is None else frozenset(words)


def _words(word: str, pattern: str) -> set[str] | None:
    """Return the words that `word` may become with what follows it in the pattern."""
    while pattern[:1].isalnum() or pattern[:1] == "_":
        word, pattern = word + pattern[0], pattern[1:]
    if pattern.startswith("?"):
        return _either((word, pattern[1:]), (word[:-1], pattern[1:]))
    if pattern.startswith(_LOOKING):
        return _words(word, pattern[_end(pattern) :])
    if pattern.startswith("(?:"):
        return _after_group(word, pattern)
    closing = next((sign for sign in _CLOSED if pattern.startswith(sign)), "")
    rest = pattern[len(closing) :]
    if not word or not closing or rest[:1] in ("*", "{"):
        return None
    return _either((word, closing + rest[1:]), (word, rest[1:])) if rest[:1] == "?" else {word}


def _after_group(word: str, pattern: str) -> set[str] | None:
    end = _end(pattern)
    rest = pattern[end:]
    if rest[:1] in ("*", "+", "{"):
        return None
    ways = [(word, way + rest.removeprefix("?")) for way in _ways(pattern[3 : end - 1])]
    return _either(*ways, *([(word, rest[1:])] if rest[:1] == "?" else []))


def _either(*ways: tuple[str, str]) -> set[str] | None:
    """Return the words of all these ways, None where one of them is not known."""
    words: set[str] = set()
    for word, pattern in ways:
        found = _words(word, pattern)
        if found is None:
            return None
        words |= found
    return words


def _ways(pattern: str) -> Iterator[str]:
    """Yield the alternatives of a pattern."""
    start = 0
    for place, depth in _depths(pattern):
        if pattern[place] == "|" and not depth:
            yield pattern[start:place]
            start = place + 1
    yield pattern[start:]


def _end(pattern: str) -> int:
    """Return where the group ends that a pattern begins with."""
    return next((place + 1 for place, depth in _depths(pattern) if not depth), len(pattern))


def _depths(pattern: str) -> Iterator[tuple[int, int]]:
    """Yield each place outside classes of signs, with how many groups stand open behind it."""
    depth, in_class, place = 0, False, 0
    while place < len(pattern):
        sign = pattern[place]
        if not in_class:
            depth += (sign == "(") - (sign == ")")
            yield place, depth
        in_class = sign != "]" if in_class else sign == "["
        place += 2 if sign == "\\" else 1
