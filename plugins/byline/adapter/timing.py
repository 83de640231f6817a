"""Where the time of a build goes, told with `mkdocs build --verbose`."""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of this process' own work, by the name of a stage."""

    stages: Counter[str] = field(default_factory=Counter)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count what is done meanwhile as part of a stage."""
        begun = time.process_time()
        try:
            yield
        finally:
            self.stages[name] += time.process_time() - begun  # type: ignore[assignment]

    def tell(self, log: logging.LoggerAdapter[logging.Logger]) -> None:
        """Tell all stages."""
        for name, seconds in self.stages.items():
            log.debug("%s: %.2f seconds", name, seconds)
