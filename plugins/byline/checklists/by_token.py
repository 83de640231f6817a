"""What a token tells, worked out once for each of the latest tokens: the same words come again and again."""

from collections.abc import Callable
from typing import Generic, TypeVar

_MOST_TOKENS = 50_000
Told = TypeVar("Told")


class ByToken(dict[str, Told], Generic[Told]):
    """What `tell` says of each token: `by_token[token]` asks it once, and from then on is a mere look-up."""

    def __init__(self, tell: Callable[[str], Told]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, token: str) -> Told:
        if len(self) >= _MOST_TOKENS:
            self.clear()
        told = self[token] = self._tell(token)
        return told
