"""The pages of a build, printed once, fast, and only where they changed."""

from byline.adapter.rendering.beginning import begin_rendering, strangers
from byline.adapter.rendering.collection import Collection, collect_seldom
from byline.adapter.rendering.rendering import Rendering

__all__ = ["Collection", "Rendering", "begin_rendering", "collect_seldom", "strangers"]
