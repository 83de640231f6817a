"""How work grows with its input, told so that a busy machine changes nothing or little."""

import gc
import sys
import time
from collections.abc import Callable
from types import FrameType


def calls(work: Callable[[], object]) -> int:
    """Count the functions that are called, those written in C among them."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    gc.disable()  # what is called when rubbish is collected comes at any time
    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
        gc.enable()
    return count


def growth(short: Callable[[], object], long: Callable[[], object], rounds: int = 7) -> float:
    """Return how many times as long one work takes as another, each in its least disturbed round.

    For work within one function of C, of which nothing can be counted. Both are timed in turn, so that
    whatever else the machine does slows both.
    """
    times = [(_seconds(short), _seconds(long)) for _ in range(rounds)]
    return min(pair[1] for pair in times) / min(pair[0] for pair in times)


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
