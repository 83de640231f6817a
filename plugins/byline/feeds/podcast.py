"""What podcast directories read: Apple's `itunes` elements. https://help.apple.com/itc/podcasts_connect/"""

from collections.abc import Iterator

from byline.feeds.extras import Element
from byline.feeds.feed import Entry, Show


def show_elements(show: Show) -> Iterator[Element]:
    """Yield what a channel says about its show."""
    yield Element("itunes:author", show.author)
    yield Element("itunes:type", show.type)
    yield Element("itunes:explicit", "true" if show.explicit else "false")
    if show.email:
        name, email = Element("itunes:name", show.author), Element("itunes:email", show.email)
        yield Element("itunes:owner", children=(name, email))
    if show.image:
        yield Element("itunes:image", attributes={"href": show.image})
    if show.category:
        below = (
            (Element("itunes:category", attributes={"text": show.subcategory}),) if show.subcategory else ()
        )
        yield Element("itunes:category", attributes={"text": show.category}, children=below)


def episode_elements(entry: Entry) -> Iterator[Element]:
    """Yield what an entry with a sound or a film says about its episode; nothing for others."""
    for enclosure in entry.enclosures[:1]:
        if enclosure.type.startswith(("audio/", "video/")):
            yield Element("itunes:episodeType", "full")
            if entry.summary:
                yield Element("itunes:summary", entry.summary)
            if enclosure.duration:
                yield Element("itunes:duration", enclosure.duration)
            if entry.picture:
                yield Element("itunes:image", attributes={"href": entry.picture.url})
