"""The plugin's options in mkdocs.yml: read once, checked, frozen."""

from byline.settings.loading import load_settings, parse_settings
from byline.settings.mentions import Mentions
from byline.settings.newsletter import Newsletter
from byline.settings.publishing import Feeds, Podcast, alias_file, alias_places
from byline.settings.settings import OPTIONS, Settings

__all__ = [
    "OPTIONS",
    "Feeds",
    "Mentions",
    "Newsletter",
    "Podcast",
    "Settings",
    "alias_file",
    "alias_places",
    "load_settings",
    "parse_settings",
]
