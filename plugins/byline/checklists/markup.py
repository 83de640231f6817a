"""Seeing through markup: the same text, length for length, with every sign that is not read blotted out."""

import html
import re

BLOT = "\0"

_MARKUP = re.compile(
    r"(?P<escape>\\(?=[!-/:-@\[-`{-~]))"
    r"|(?P<code>(?<!`)(`{1,3})(?!`)(?P<inner>[^`]{1,300})\3(?!`))"
    r"|(?P<image>!\[[^\]\n]{0,300}\](?:\((?:[^()]|\([^()]{0,200}\)){0,500}\)|\[[^\]\n]{0,100}\]))"
    r"|(?P<note>\[\^[^\]\s]{1,40}\])"
    r"|(?P<target>\](?:\((?:[^()]|\([^()]{0,200}\)){0,500}\)|\[[^\]\n]{0,100}\]))"
    r"|(?P<anchor>\[(?=[^\]]{1,400}\][(\[]))"
    r"|(?P<autolink><(?P<address>(?:https?://|mailto:|[\w.+-]{1,60}@)[^<>\s]{1,300})>)"
    r"|(?P<tag></?[A-Za-z!][^<>]{0,300}>)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,10});)"
    r"|(?P<template>\{\{.{0,400}?\}\}|\{%.{0,400}?%\}|\{:?[ ]?[#:.][^{}\n]{0,100}\})"
    r"|(?P<star>(?<!\s)\*{1,3}|\*{1,3}(?!\s))"
    r"|(?P<line>(?<![A-Za-z0-9])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![A-Za-z0-9])|~~)"
    r"|(?P<quote>(?<=\n)>[> \t]*|(?<=\n )>[> \t]*)",
    re.DOTALL,
)
_MAYBE = re.compile(r"[\\`!\[\]<&{*_~>]")
_BOLD = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).){2,300}?)\1(?!\w)", re.DOTALL)
_LINK = re.compile(r"\[[^\]]{1,300}\](?:\([^)]{0,500}\)|\[[^\]]{0,100}\])[\s.;,]*\Z")


def see_through(source: str) -> str:
    """Return `source` with its markup blotted out; every character left stands where it stood."""
    parts: list[str] = []
    done = 0
    for sign in _MAYBE.finditer(source):
        found = _MARKUP.match(source, sign.start()) if sign.start() >= done else None
        if found:
            parts += source[done : found.start()], _blot(found)
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
    whole = found[0]
    if found.lastgroup == "entity":
        return html.unescape(whole)[:1].ljust(len(whole), BLOT)
    if found["address"] is not None:
        return BLOT + found["address"] + BLOT
    if found["inner"] is not None:
        ticks = found.start("inner") - found.start()
        inner = re.sub(r"[.!?](?=\s)", BLOT, found["inner"])
        return BLOT * ticks + inner + BLOT * ticks
    return BLOT * len(whole)
