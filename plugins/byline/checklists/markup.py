"""Seeing through markup: the same text, length for length, with every sign that is not read blotted out."""

import html
import re
from collections.abc import Callable

BLOT = "\0"
SIGNS = "\\`[]<&{*_~"
"""Where none of these stands in a line, no markup does."""

_BOLD = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).){2,300}?)\1(?!\w)", re.DOTALL)
_LINK = re.compile(r"\[[^\]]{1,300}\](?:\([^)]{0,500}\)|\[[^\]]{0,100}\])[\s.;,]*\Z")


def see_through(source: str) -> str:
    """Return `source` with its markup blotted out; every character left stands where it stood."""
    parts: list[str] = []
    done = 0
    for sign in _MAYBE.finditer(source):
        start = sign.start()
        if start >= done:
            pattern, shown = _MARKUP[sign[0]]
            found = pattern.match(source, start)
            if found:
                parts += source[done:start], shown(found)
                done = found.end()
    return "".join((*parts, source[done:])) if parts else source


def visible(seen: str) -> str:
    """Return what a reader reads of a seen-through text, white space folded."""
    if is_visible(seen):
        return seen.strip(" ")
    return " ".join(seen.replace(BLOT, "").split())


def is_visible(seen: str) -> bool:
    """Tell whether a reader reads a text as it stands: no blots, and no white space but single spaces."""
    return seen.isprintable() and "  " not in seen


def bold_lead_end(source: str) -> int:
    """Return where the bold words that open a text end, 0 where it does not open so."""
    bold = _BOLD.match(source) if source[:1] in ("*", "_") else None
    return bold.end() if bold else 0


def is_link_only(source: str) -> bool:
    """Tell whether a text is one link and nothing else."""
    return source[:1] == "[" and _LINK.match(source) is not None


def _blot(found: re.Match[str]) -> str:
    return BLOT * len(found[0])


def _meant(entity: re.Match[str]) -> str:
    return html.unescape(entity[0])[:1].ljust(len(entity[0]), BLOT)


def _address(found: re.Match[str]) -> str:
    return _blot(found) if found[1] is None else BLOT + found[1] + BLOT


def _inner(code: re.Match[str]) -> str:
    ticks = BLOT * len(code[1])
    return ticks + re.sub(r"[.!?](?=\s)", BLOT, code[2]) + ticks


_TARGET = r"\((?:[^()]|\([^()]{0,200}\)){0,500}\)|\[[^\]\n]{0,100}\]"
_MARKUP: dict[str, tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = {
    sign: (re.compile(pattern, re.DOTALL), shown)
    for sign, pattern, shown in (
        ("\\", r"\\(?=[!-/:-@\[-`{-~])", _blot),
        ("`", r"(?<!`)(`{1,3})(?!`)([^`]{1,300})\1(?!`)", _inner),
        ("!", rf"!\[[^\]\n]{{0,300}}\](?:{_TARGET})", _blot),
        ("[", r"\[\^[^\]\s]{1,40}\]|\[(?=[^\]]{1,400}\][(\[])", _blot),
        ("]", rf"\](?:{_TARGET})", _blot),
        ("<", r"<((?:https?://|mailto:|[\w.+-]{1,60}@)[^<>\s]{1,300})>|</?[A-Za-z!][^<>]{0,300}>", _address),
        ("&", r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,10});", _meant),
        ("{", r"\{\{.{0,400}?\}\}|\{%.{0,400}?%\}|\{:?[ ]?[#:.][^{}\n]{0,100}\}", _blot),
        ("*", r"(?<!\s)\*{1,3}|\*{1,3}(?!\s)", _blot),
        ("_", r"(?<![A-Za-z0-9])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![A-Za-z0-9])", _blot),
        ("~", r"~~", _blot),
        (">", r"(?:(?<=\n)|(?<=\n ))>[> \t]*", _blot),
    )
}
"""Which markup each sign may begin, and what is left of it."""
_MAYBE = re.compile(f"[{re.escape(''.join(_MARKUP))}]")
