"""The plugin's options in mkdocs.yml: read once, checked, frozen."""

from byline.settings.loading import load_settings, parse_settings
from byline.settings.newsletter import Newsletter
from byline.settings.settings import OPTIONS, Settings

__all__ = ["OPTIONS", "Newsletter", "Settings", "load_settings", "parse_settings"]
