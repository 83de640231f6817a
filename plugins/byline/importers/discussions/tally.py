"""Where every comment of an export went."""

from collections import Counter
from dataclasses import dataclass, field

from byline.importers.discussions.found import Export, Source


@dataclass(slots=True)
class Tally:
    """Where the comments of one export went. `left_out` and `unmatched` count by reason and by post."""

    export: Export
    written: int = 0
    present: int = 0
    doubles: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    unmatched: Counter[Source] = field(default_factory=Counter)
    files: set[str] = field(default_factory=set)

    @property
    def unaccounted(self) -> int:
        """Return how many comments went nowhere: 0, or this program is wrong."""
        gone = self.written + self.present + self.doubles
        return len(self.export.comments) - gone - self.left_out.total() - self.unmatched.total()
