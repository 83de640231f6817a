"""Which parts of Markdown and of its extensions are known to the letter, so that others may do their work.

What does a part's work instead must give the same for every text. That is only sure for the source that it
was compared with: a module in any other version does its work itself.
"""

import sys
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

_SOURCES = {
    "markdown.blockparser": "8f80902265698aaee0f69cfcc02c6fcd3eb55ff4f68920235eea47264f0fdde0",
    "markdown.blockprocessors": "0522d16c4ddadc75e077e788912872ae8da45f6aa87169ed7b5f2a9a82e79ab8",
    "markdown.extensions.abbr": "a1a7d8108ef9c924fdf2ef39060d599fe3a187a6e8c6b59cea79ab86b465afd7",
    "markdown.extensions.admonition": "57b46c4c80da1155bf92d3d237bd9265e6a04a086467dd9c6188ccbbf4305375",
    "markdown.extensions.attr_list": "7049a49eb61bfce94e59e5be69aa259bdb041e2a2965aca0c5829f9b706fd5ec",
    "markdown.extensions.def_list": "3b8fd17e48fe615c254bdb8c96d7f00a526fd91f8c1700a36fa9a0c47dfae7b6",
    "markdown.extensions.footnotes": "6bf0b957333399c41585aab38aee2aa8b15bf988cf3addfa5af449fbead44d56",
    "markdown.extensions.md_in_html": "e28812f4970e133f24b49be828c14e53bb62e289fdc281d2c31e7daed5a579ec",
    "markdown.extensions.tables": "fb23019f3a0f5afc038d435efb50fa4c6bfb36c5119bdc6b04b52d0d2a43beeb",
    "markdown.extensions.toc": "180266be023aa581d3e9a44033e2696507903f0a51159da4e9d86eed79fbb93c",
    "markdown.htmlparser": "caf8d97bcf231f9a7bbd8cec8144af0cdc66e73ebaab847d63376f4ddead1e5b",
    "markdown.inlinepatterns": "35f1c45afbc3e901a470728b1e713d3aba39bfe9af2ec150bd7b51f38541b228",
    "markdown.postprocessors": "bd30e317d0b1e125e562d51298780d77a4c822778ed4d5d98d3fc339b725780d",
    "markdown.preprocessors": "a6ae4d9c72a4392550788a3e6a30be62de3892fc8c57dec3d381413905dcb493",
    "markdown.serializers": "7cef1af99da20252c41686272d7b8697313ddb963e83e613dd2d5124655261fb",
    "markdown.treeprocessors": "bf575e7cb994079e4d9466565dc31ea102d852b1be3c5c922eea4a708c08dd48",
    "pygments.formatters.html": "dcdd5f976d788e0caa9025fa2f3de04bc9761104bbbf85a3ef189e60d9653628",
    "pygments.lexers": "1b876da84e5030402aa1a683d6bc126597aea8a84cc92e2eb65333d6cce4ad38",
    "pymdownx.details": "97b3ba92036492a2dbea13c296f26a78ddd993f9d62af070fe59c404dcebd16b",
    "pymdownx.highlight": "dd32d197c1ce187dfa8907c8f87db3c52bb3a5fc7721551d9687ed6484b104a6",
    "pymdownx.superfences": "74dd37f8184097bd0339ac95d33efa701fc39f248ac527e5afa3e1f47859fb42",
    "pymdownx.tabbed": "e44c11b9ae4bdf6285b9d67e3255fddd2f3725f467a4b4c26e5bb0326b0673d0",
}
"""Digests of the sources of Markdown 3.11.3, PyMdown Extensions 13.1 and Pygments 2.21."""


def known(part: object) -> str:
    """Return the name of a part's class, with its module.

    "" where that is not known, or where the part has got a method that is not its class'.
    """
    kind = type(part)
    if not is_known(kind.__module__) or any(callable(getattr(kind, name, None)) for name in vars(part)):
        return ""
    return f"{kind.__module__}.{kind.__qualname__}"


@cache
def is_known(module: str) -> bool:
    """Tell whether a module is the one that was compared with what does its work here."""
    place: Any = getattr(sys.modules.get(module), "__file__", None)
    try:
        return module in _SOURCES and sha256(Path(place).read_bytes()).hexdigest() == _SOURCES[module]
    except (OSError, TypeError):
        return False
