"""The sound that goes with an article: its address, type and length, as podcast readers want them."""

import posixpath
from urllib.parse import unquote

from byline.articles import Article
from byline.feeds.channels import full_address
from byline.feeds.feed import Enclosure
from byline.site import Site


def enclosure_of(site: Site, article: Article) -> Enclosure | None:
    """Return the sound that an article's front matter names, with the length of its file in bytes.

    None without one, and where its file cannot be read any more.
    """
    audio = article.audio
    if not audio:
        return None
    if ":" in audio.url:
        return Enclosure(audio.url, audio.type, audio.length, audio.duration)
    folder = posixpath.dirname(article.path)
    link = site.media_url(audio.url, folder)
    path = posixpath.normpath(posixpath.join(folder, unquote(audio.url)))
    beside = link != audio.url
    file = site.settings.posts_dir / path if beside else site.settings.docs_dir / unquote(link).lstrip("/")
    try:
        length = file.stat().st_size
    except OSError:
        return None
    return Enclosure(full_address(site, link), audio.type, length, audio.duration)
