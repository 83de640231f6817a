"""A cache of this user's alone, for what builds run: nobody else may have written it.

The cache of a site may come with the site, from anybody.
"""

import os
from pathlib import Path
from stat import S_ISDIR

from platformdirs import user_cache_path

from byline.cache.cache import Cache, open_cache

_OTHERS_MAY_WRITE = 0o022


def open_private_cache(name: str) -> Cache:
    """Open a cache in this user's folder for caches. Where that is not theirs alone, it holds nothing."""
    folder = user_cache_path("byline")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        private = _is_private(folder)
    except (OSError, RuntimeError):
        return Cache()
    return open_cache(folder / name) if private else Cache()


def _is_private(folder: Path) -> bool:
    state = folder.lstat()
    if not S_ISDIR(state.st_mode) or os.name == "nt":  # Windows keeps a user's folders for the user
        return S_ISDIR(state.st_mode)
    return state.st_uid == os.getuid() and not state.st_mode & _OTHERS_MAY_WRITE
