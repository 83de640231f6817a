"""The `byline` command."""

from byline.cli.main import main

__all__ = ["main"]
