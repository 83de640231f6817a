"""The pages of a build, printed once, fast, and only where they changed."""

from byline.adapter.rendering.beginning import begin_rendering, strangers
from byline.adapter.rendering.rendering import Rendering

__all__ = ["Rendering", "begin_rendering", "strangers"]
