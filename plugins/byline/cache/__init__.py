"""What earlier builds worked out, kept under digests of all that it depends on."""

from byline.cache.cache import Cache, open_cache
from byline.cache.digests import UndigestibleError, digest
from byline.cache.files import State, digest_of, is_key, link_file, write_file
from byline.cache.private import open_private_cache
from byline.cache.software import software

__all__ = [
    "Cache",
    "State",
    "UndigestibleError",
    "digest",
    "digest_of",
    "is_key",
    "link_file",
    "open_cache",
    "open_private_cache",
    "software",
    "write_file",
]
