"""Work that is shared between processes: results, log and errors are those of one process."""

import ctypes
import logging
import os
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
from pathlib import Path

import pytest

from byline.adapter.processes import FEWEST, begin, processes, spread
from conftest import children

OPEN_FILES = Path("/proc/self/fd")
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux forks safely")
log = logging.getLogger("mkdocs.plugins.byline")


@pytest.fixture(autouse=True)
def two_processes(monkeypatch):
    monkeypatch.setenv("BYLINE_PROCESSES", "2")


@pytest.fixture
def said():
    """Return what is logged, as MkDocs' own handlers would print it."""
    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger("mkdocs").addHandler(handler)
    yield lines
    logging.getLogger("mkdocs").removeHandler(handler)


def takes_long(work):
    """Return work that leaves time for the other process to take a piece."""

    def worked(piece):
        time.sleep(0.05)
        return work(piece)

    return worked


def test_results_come_in_the_order_of_their_pieces_from_two_processes():
    results = spread(takes_long(lambda number: (number, os.getpid())), range(7))
    assert [number for number, _ in results] == list(range(7))
    assert len({process for _, process in results}) == 2


def test_nothing_to_do_is_done():
    assert spread(str, []) == []


@pytest.mark.parametrize("wanted", ["1", "0", "", "many", "²", "-3", "9" * 30])
def test_what_is_no_number_of_processes_changes_no_result(monkeypatch, wanted):
    monkeypatch.setenv("BYLINE_PROCESSES", wanted)
    assert processes() >= 1
    assert spread(str, range(3)) == ["0", "1", "2"]


def test_little_work_stays_in_this_process_unless_told_otherwise(monkeypatch):
    monkeypatch.delenv("BYLINE_PROCESSES")
    assert set(spread(lambda _: os.getpid(), range(FEWEST - 1))) == {os.getpid()}


def test_results_larger_than_any_pipe_come_through():
    results = spread(takes_long(lambda number: str(number) * 1_000_000), range(6))
    assert [len(result) for result in results] == [1_000_000] * 6


def test_what_is_logged_stands_in_the_order_of_the_pieces(said):
    spread(takes_long(lambda number: log.warning("piece %s", number)), range(6))
    assert said == [f"piece {number}" for number in range(6)]


def test_a_record_with_an_exception_and_arguments_that_cannot_be_pickled_is_logged(said):
    def work(number):
        try:
            raise ValueError(number)
        except ValueError:
            log.warning("piece %s of %r", number, lambda: 0, exc_info=True)

    spread(takes_long(work), range(4))
    assert [line[:7] for line in said] == ["piece 0", "piece 1", "piece 2", "piece 3"]


def test_a_message_that_is_to_be_said_once_is_said_once(said):
    seen = []

    def once(record):
        seen.append(record.getMessage())
        return len(seen) == len(set(seen))

    log.addFilter(once)
    try:
        spread(takes_long(lambda number: log.warning("old-fashioned")), range(6))
    finally:
        log.removeFilter(once)
    assert said == ["old-fashioned"]


class TwoPartsError(Exception):
    """An error that pickles, and cannot be made of its pickle again."""

    def __init__(self, one, other):
        super().__init__(f"{one} and {other}")


@pytest.mark.parametrize("failing", [0, 1, 4, 5])
def test_the_first_error_is_raised_after_what_was_logged_before_it(said, failing):
    def work(number):
        log.warning("piece %s", number)
        if number >= failing:
            raise TwoPartsError("this", number)
        return number

    with pytest.raises(TwoPartsError, match=f"this and {failing}"):
        spread(takes_long(work), range(6))
    assert said == [f"piece {number}" for number in range(failing + 1)]


def test_what_cannot_be_pickled_is_worked_out_here():
    results = spread(takes_long(lambda number: lambda: number), range(5))
    assert [result() for result in results] == list(range(5))


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "malloc_trim"), reason="this C library gives nothing back")
def test_memory_that_is_free_is_given_back_and_not_copied():
    texts = [bytes(4000) for _ in range(20_000)]
    last = bytes(4000)
    del texts
    held = _memory()
    spread(str, range(2))
    assert _memory() < held - 40 * 2**20
    assert len(last) == 4000


def _memory() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def test_the_work_of_a_killed_process_is_done_here():
    mine = os.getpid()

    def work(number):
        if os.getpid() != mine and number > 3:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert spread(takes_long(work), range(9)) == list(range(9))


def test_a_process_that_ends_itself_changes_nothing():
    mine = os.getpid()
    work = takes_long(lambda number: number if os.getpid() == mine else sys.exit(3))
    assert spread(work, range(4)) == [0, 1, 2, 3]


def test_where_the_system_gives_no_process_this_one_works(monkeypatch):
    monkeypatch.setattr(os, "fork", lambda: (_ for _ in ()).throw(BlockingIOError()))
    assert spread(str, range(4)) == ["0", "1", "2", "3"]


def test_a_forked_process_forks_no_more():
    mine = os.getpid()
    told = spread(takes_long(lambda number: (os.getpid() == mine, processes())), range(6))
    assert set(told) == {(True, 2), (False, 1)}


def test_no_process_and_no_file_is_left_behind():
    before, others = len(list(OPEN_FILES.iterdir())), children()
    spread(takes_long(str), range(4))
    with pytest.raises(ZeroDivisionError):
        spread(takes_long(lambda number: 1 // (number - 2)), range(8))
    assert len(list(OPEN_FILES.iterdir())) == before
    assert children() == others


def test_work_that_nobody_asks_for_any_more_leaves_nothing_behind():
    before, others = len(list(OPEN_FILES.iterdir())), children()
    begun = begin(lambda number: time.sleep(60), range(4))
    assert children() != others
    del begun
    assert children() == others
    assert len(list(OPEN_FILES.iterdir())) == before


SCRIPT = """
import os, sys, time
from byline.adapter.processes import spread

mine = os.getpid()

def work(number):
    place = "mine.pid" if os.getpid() == mine else "child.pid"
    with open(place, "w") as file:
        file.write(str(os.getpid()))
    time.sleep(60)

print("printed before")
spread(work, range(2))
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_forked_processes_end_with_the_one_that_made_them(tmp_path, how):
    command = [sys.executable, "-c", textwrap.dedent(SCRIPT)]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    child = tmp_path / "child.pid"
    mine = tmp_path / "mine.pid"
    _wait_for(lambda: all(place.exists() and place.read_text() for place in (child, mine)))
    process.send_signal(how)
    printed, _ = process.communicate(timeout=20)
    assert printed == b"printed before\n"
    _wait_for(lambda: not _lives(int(child.read_text())))
    assert not _lives(int(child.read_text()))


def test_what_work_prints_is_printed(tmp_path):
    script = """
    import time
    from byline.adapter.processes import spread
    print('before')
    spread(lambda number: print(number) or time.sleep(0.1), range(4))
    """
    command = [sys.executable, "-c", textwrap.dedent(script)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30)
    assert sorted(done.stdout) == sorted("before\n0\n1\n2\n3\n")


def _wait_for(happened):
    end = time.monotonic() + 15
    while not happened() and time.monotonic() < end:
        time.sleep(0.01)


def _lives(process):
    try:
        state = Path(f"/proc/{process}/stat").read_text()
        return state.rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_work_is_done_by_another_process_while_this_one_goes_on(tmp_path):
    def work(name: str) -> int:
        (tmp_path / name).touch()
        return os.getpid()

    begun = begin(work, ["a", "b"])
    deadline = time.monotonic() + 30
    while not (tmp_path / "b").exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert (tmp_path / "b").exists()
    assert os.getpid() not in begun.results()


def test_work_that_failed_elsewhere_is_done_here():
    here = os.getpid()

    def work(number: int) -> int:
        if number == 1 and os.getpid() != here:
            raise ValueError
        return number

    assert begin(work, range(3)).results() == [0, 1, 2]


def test_work_that_was_begun_can_be_left(tmp_path):
    begun = begin(lambda _: time.sleep(60), [1])
    begun.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(begun.forks[0].process, 0)


def test_work_is_done_once_the_other_processes_went_through_it():
    begun = begin(lambda _: time.sleep(60), [1])
    assert not begun.is_done()
    begun.close()
    begun = begin(str, range(5))
    while not begun.is_done():
        time.sleep(0.01)
    assert begun.results() == ["0", "1", "2", "3", "4"]


def test_whoever_asks_for_results_helps_with_what_nobody_has_begun():
    begun = begin(takes_long(lambda number: os.getpid()), range(20))
    assert len(set(begun.results())) == 2


def test_each_piece_is_done_once(tmp_path):
    def work(number):
        with (tmp_path / str(number)).open("a") as file:
            file.write("x")

    begin(work, range(2000), others=3).results()
    assert {place.read_text() for place in tmp_path.iterdir()} == {"x"}
    assert len(list(tmp_path.iterdir())) == 2000


def test_a_result_can_be_had_while_others_are_still_worked_on(tmp_path):
    mine = os.getpid()

    def work(number):
        if number == 1 and os.getpid() != mine:
            time.sleep(60)
        return number

    begun = begin(work, range(2))
    assert begun.result(0) == 0
    begun.close()


def test_more_results_than_a_pipe_has_words_for_come_through():
    begun = begin(str, range(30_000))
    time.sleep(0.3)
    assert begun.results() == [str(number) for number in range(30_000)]


def test_where_the_system_gives_no_file_this_process_works(monkeypatch):
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda **_: (_ for _ in ()).throw(OSError()))
    assert spread(str, range(4)) == ["0", "1", "2", "3"]
