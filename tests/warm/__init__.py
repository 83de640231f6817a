"""What is edited between two builds, as tables."""

from warm.case import Case
from warm.configuration import CONFIGURATION
from warm.content import CONTENT
from warm.hooks import HOOK_CASES
from warm.surroundings import SURROUNDINGS
from warm.telling import TELLING

CASES = [*CONTENT, *CONFIGURATION, *HOOK_CASES, *SURROUNDINGS]

__all__ = ["CASES", "TELLING", "Case"]
