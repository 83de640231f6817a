"""Addresses in plain text: where one begins and ends. A full stop behind it is no part of it.

`WEB` and `MAIL` are pieces of a pattern in verbose notation; `LINK` is what the addresses are spelled as.
An address that is cut off (`…`) or holds signs that mean something in Markdown is none.
"""

_BEFORE = r"""(?<![^\s("'“‘«<\[{>—–])"""
_SIGN = r"[\w\-./?:@!$&+,=%~\#]"
_REST = r"(?:\(" + _SIGN + r"{1,100}\)|" + _SIGN + r"){0,500}"
_AFTER = r"""(?<=[\w/=\#&%+$@~)\-])(?=[.,;:!?)\]}>"'”’»*_]{0,20}(?:[\s—–]|\Z))"""
_MAIL = r"[A-Za-z0-9_+](?:[A-Za-z0-9_.+%\-]{0,62}[A-Za-z0-9_+])?@(?:[A-Za-z0-9\-]{1,63}\.){1,8}[A-Za-z]{2,24}"

WEB = (
    rf"{_BEFORE}(?:(?P<address>[Hh]ttps?://(?=\w){_REST}{_AFTER})"
    rf"|(?P<www>[Ww]ww\.(?:[\w\-]{{1,63}}\.){{1,8}}[A-Za-z]{{2,24}}(?:[/?\#:]{_REST})?{_AFTER}))"
)
MAIL = rf"(?<![\w.+%@\-])(?P<mail>{_MAIL})(?![\w@\-]|\.\w)"
LINK = (
    r"<(?P<link>[Hh]ttps?://[^\s<>]+|[^\s<>@]+@[^\s<>@]+)>"
    r"|\[(?P<site>[Ww]ww\.[^\s\[\]]+)\]\((?:https://[^\s<>()]*|<https://[^\s<>]*>)\)"
)


def spell_site(words: str, site: str) -> str:
    """Return the link to an address without a scheme; `words` are the same address, escaped."""
    return f"[{words}](<https://{site}>)" if "(" in site else f"[{words}](https://{site})"
