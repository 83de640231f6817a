"""How a feed looks to somebody who opens it in a browser."""

from html import escape


def with_stylesheet(xml: str, address: str) -> str:
    """Name a CSS stylesheet in a feed (https://www.w3.org/TR/xml-stylesheet/), where there is one."""
    if not address:
        return xml
    head, _, rest = xml.partition("?>")
    return f'{head}?>\n<?xml-stylesheet type="text/css" href="{escape(address)}"?>{rest}'
