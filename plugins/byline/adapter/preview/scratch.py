"""The files that editors put beside a file while it is open or being saved; none of them is content."""

import re
from pathlib import Path

_SCRATCH = re.compile(
    r"""
    .*~                                  # Vim's, Emacs' and nano's backups
    | \..*\.sw[a-z] | \..*\.kate-swp     # Vim's and Kate's swap files
    | 4913 | 5036                        # Vim tries whether it may write
    | \.\#.* | \#.*\#                    # Emacs' locks and automatic saves
    | .*___jb_(tmp|old|bak)___           # JetBrains' editors
    | \.goutputstream-.* | \.~lock\..*   # gedit, LibreOffice
    | \.DS_Store | Thumbs\.db
    """,
    re.VERBOSE,
)


def is_scratch(path: Path) -> bool:
    """Say whether a file is an editor's own."""
    return _SCRATCH.fullmatch(path.name) is not None
