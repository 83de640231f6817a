"""The cache: it gives back what was saved, nothing else, and no state of its folder harms a build."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

import byline
from byline.cache import Cache, digest, open_cache, software, write_file
from byline.cache import cache as module

KEY, OTHER = digest("key"), digest("other")


def fill(folder: Path) -> None:
    cache = open_cache(folder)
    for number in range(200):
        cache.save("kind", digest(number), {"text": f"{number} " * 50})
    cache.save("kind", KEY, ["value", "ü\ud800", None, 1.5])
    cache.save_file(KEY, write_file(cache.place(KEY), b"page"))
    cache.close()


def results(folder: Path) -> Path:
    return folder / module.FORMAT / "results.sqlite"


@pytest.fixture
def folder(tmp_path):
    fill(tmp_path / "cache")
    return tmp_path / "cache"


def test_values_and_files_come_back_in_a_later_build(folder):
    cache = open_cache(folder)
    assert cache.load("kind", KEY) == ["value", "ü\ud800", None, 1.5]
    assert cache.load_file(KEY).read_bytes() == b"page"
    assert cache.load("kind", OTHER) is cache.load("sort", KEY) is cache.load_file(OTHER) is None
    assert cache.account() == "file 1/2, kind 1/2, sort 0/1"
    cache.close()


def test_what_was_saved_is_there_at_once_and_each_caller_has_a_copy(tmp_path):
    cache = open_cache(tmp_path)
    cache.save("kind", KEY, [1])
    cache.load("kind", KEY).append(2)
    assert cache.load("kind", KEY) == [1]
    cache.close()


def test_a_cache_without_a_folder_holds_nothing():
    cache = Cache()
    cache.save("kind", KEY, 1)
    cache.save_file(KEY, [1, 2, "3"])
    assert cache.load("kind", KEY) is cache.load_file(KEY) is cache.place(KEY) is None
    cache.close()


@pytest.mark.parametrize("key", ["../../../../etc/passwd", "", "x", "A" * 32, KEY + "/..", "/" + KEY[1:]])
def test_nothing_but_a_digest_names_a_file(folder, key):
    with pytest.raises(ValueError, match="is no digest"):
        open_cache(folder).place(key)


def test_much_is_written_before_the_end_so_that_it_needs_no_memory(tmp_path):
    cache = open_cache(tmp_path)
    for number in range(20):
        cache.save("kind", digest(number), "x" * 2**20)
    assert results(tmp_path).stat().st_size > 15 * 2**20
    assert cache.load("kind", digest(0)) == "x" * 2**20
    cache.close()


def sql(statement: str, *values: object):
    def change(file: Path) -> None:
        with sqlite3.connect(file) as database:
            database.execute(statement, values)
        database.close()

    return change


def scribble(file: Path) -> None:
    with file.open("r+b") as open_file:
        open_file.seek(4096)
        open_file.write(os.urandom(file.stat().st_size - 8192))


def as_folder(file: Path) -> None:
    file.unlink()
    (file / "full").mkdir(parents=True)


def as_link(file: Path) -> None:
    elsewhere = file.parent.parent.parent / "elsewhere"
    elsewhere.write_text("elsewhere")
    file.unlink()
    file.symlink_to(elsewhere)


SPOILT = {
    "emptied": lambda file: os.truncate(file, 0),
    "cut short": lambda file: os.truncate(file, file.stat().st_size // 2),
    "scribbled over": scribble,
    "rubbish": lambda file: file.write_bytes(b"rubbish" * 9999),
    "a folder": as_folder,
    "a link": as_link,
    "gone": Path.unlink,
    "other columns": lambda file: (sql("drop table results")(file), sql("create table results(a)")(file)),
    "a view": lambda file: (
        sql("alter table results rename to other")(file),
        sql("create view results as select * from other")(file),
    ),
    "values of others": sql("update results set value = (select value from results where kind = 'file')"),
    "values that are texts": sql("update results set value = 'text'"),
    "values without a seal": sql("update results set value = ?", b'["forged"]'),
    "values without an end": sql("update results set value = substr(value, 1, 20)"),
    "uses that are no times": sql("update results set used = 'never'"),
    "sizes that are no numbers": sql("update results set size = 'large'"),
}


@pytest.mark.parametrize("how", SPOILT)
def test_a_spoilt_table_gives_nothing_wrong_and_is_whole_again_after_a_build(folder, how):
    SPOILT[how](results(folder))
    for _ in range(2):
        cache = open_cache(folder)
        assert cache.load("kind", KEY) in (None, ["value", "ü\ud800", None, 1.5])
        assert all(cache.load("kind", digest(n)) in (None, {"text": f"{n} " * 50}) for n in range(200))
        cache.close()
    for _ in range(2):
        cache = open_cache(folder)
        cache.save("kind", OTHER, "whole")
        cache.close()
    cache = open_cache(folder)
    assert cache.load("kind", OTHER) == "whole"
    cache.close()
    if how == "a link":
        assert (folder.parent / "elsewhere").read_text() == "elsewhere"


def edit_in_place(place: Path) -> None:
    with place.open("r+b") as file:
        file.write(b"edit")
    os.utime(place, ns=(1, 1))


@pytest.mark.parametrize(
    "change",
    [
        edit_in_place,
        lambda place: place.write_bytes(b"longer than before"),
        Path.unlink,
        as_folder,
        as_link,
        lambda place: shutil.rmtree(place.parent),
        lambda place: (place.rename(place.with_name("same")), place.symlink_to(place.with_name("same"))),
    ],
)
def test_a_file_that_was_changed_is_no_file_of_the_cache(folder, change):
    cache = open_cache(folder)
    change(Path(cache.place(KEY)))
    assert cache.load_file(KEY) is None
    cache.close()


def test_a_file_that_was_copied_with_another_time_is_still_known(folder):
    for _ in range(2):
        cache = open_cache(folder)
        os.utime(cache.place(KEY), ns=(1, 1))
        assert cache.load_file(KEY).read_bytes() == b"page"
        cache.close()


def test_a_file_that_cannot_be_written_is_not_kept(folder):
    cache = open_cache(folder)
    place = cache.place(OTHER)
    shutil.rmtree(Path(place).parent, ignore_errors=True)
    Path(place).parent.write_text("in the way")
    assert write_file(place, b"page") is None
    cache.save_file(OTHER, write_file(place, b"page"))
    assert cache.load_file(OTHER) is None
    assert cache.load_file(KEY)
    cache.close()


@pytest.mark.parametrize("obstacle", ["cache", "cache/" + module.FORMAT])
def test_a_file_where_the_folder_would_be_means_no_cache(tmp_path, obstacle):
    (tmp_path / obstacle).parent.mkdir(exist_ok=True)
    (tmp_path / obstacle).write_text("mine")
    cache = open_cache(tmp_path / "cache")
    cache.save("kind", KEY, 1)
    cache.close()
    assert cache.folder is None
    assert (tmp_path / obstacle).read_text() == "mine"


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_folder_that_cannot_be_written_means_no_cache(folder):
    for place in (folder, results(folder).parent, results(folder)):
        place.chmod(0o500)
    cache = open_cache(folder)
    cache.save("kind", OTHER, 1)
    cache.close()


def test_a_full_disk_loses_results_and_nothing_else(folder):
    script = (
        "import resource, signal, sys; from pathlib import Path; from byline.cache import *\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "cache = open_cache(Path(sys.argv[1]))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))\n"
        "assert write_file(cache.place(digest(1)), b'x' * 60_000) is None\n"
        "cache.save('kind', digest('large'), 'x' * 900_000)\n"
        "cache.close()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)], capture_output=True, text=True, timeout=30
    )
    assert done.returncode == 0, done.stderr
    assert not list((folder / module.FORMAT / "files").rglob("*.*"))
    cache = open_cache(folder)
    assert cache.load("kind", KEY) == ["value", "ü\ud800", None, 1.5]
    assert cache.load("kind", digest("large")) is None
    cache.close()


def test_two_builds_at_once_both_keep_their_results(folder):
    one, other = open_cache(folder), open_cache(folder)
    one.save("kind", digest("one"), 1)
    other.save("kind", digest("other"), 2)
    other.close()
    one.close()
    cache = open_cache(folder)
    assert [cache.load("kind", digest(name)) for name in ("one", "other")] == [1, 2]
    cache.close()


def test_a_forked_process_leaves_the_table_to_its_parent(folder):
    cache = open_cache(folder)
    if not (child := os.fork()):
        harmless = cache.load("kind", KEY) is None
        cache.save("kind", OTHER, "child's")
        cache.close()
        os._exit(0 if harmless else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert cache.load("kind", KEY)
    assert cache.load("kind", OTHER) is None
    cache.close()


def test_the_oldest_results_go_when_the_cache_grows_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "SMALLEST_CAP", 100_000)
    for day in range(20):
        cache = open_cache(tmp_path)
        cache.load("kind", digest(0))
        cache.save("kind", digest(day), "x" * 10_000)
        cache.save_file(digest(day), write_file(cache.place(digest(day)), b"x" * 10_000))
        cache.close(now=day * 100_000)
    cache = open_cache(tmp_path)
    assert cache.load("kind", digest(0))
    assert cache.load("kind", digest(19))
    assert cache.load_file(digest(19))
    assert cache.load("kind", digest(1)) is cache.load_file(digest(1)) is None
    cache.close()
    assert sum(file.stat().st_size for file in tmp_path.rglob("*")) < 200_000


def test_what_one_build_needs_stays_however_much_it_is(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "SMALLEST_CAP", 1000)
    for _ in range(2):
        cache = open_cache(tmp_path)
        new = [number for number in range(50) if cache.load("kind", digest(number)) is None]
        for number in new:
            cache.save("kind", digest(number), "x" * 1000)
        cache.close()
    assert not new


def test_a_cache_knows_what_kinds_of_results_the_last_build_asked_for(tmp_path):
    for asked in (False, True):
        cache = open_cache(tmp_path)
        assert cache.asked_before("kind") is asked
        cache.load("kind", KEY)
        cache.close()
    assert not cache.asked_before("sort")
    assert not Cache().asked_before("kind")


def test_a_build_that_failed_drops_nothing(tmp_path, monkeypatch):
    fill(tmp_path)
    monkeypatch.setattr(module, "SMALLEST_CAP", 10)
    open_cache(tmp_path).close(complete=False)
    cache = open_cache(tmp_path)
    assert cache.load("kind", KEY)
    cache.close()


def test_a_row_of_a_stranger_removes_no_file_outside(tmp_path, monkeypatch):
    fill(tmp_path / "cache")
    (tmp_path / "precious").write_text("precious")
    sql("update results set key = '../../../../precious', used = 0 where kind = 'file'")(
        results(tmp_path / "cache")
    )
    monkeypatch.setattr(module, "SMALLEST_CAP", 10)
    open_cache(tmp_path / "cache").close()
    assert (tmp_path / "precious").read_text() == "precious"


def test_files_that_killed_builds_left_go_after_a_day(folder):
    cache = open_cache(folder)
    stray, fresh, known = cache.place(OTHER), cache.place(digest("fresh")), cache.place(KEY)
    for place in (stray, fresh):
        write_file(place, b"stray")
    for place in (stray, known):
        os.utime(place, (1, 1))
    cache.close(now=time.time() + 2 * 86_400)
    assert [Path(place).exists() for place in (stray, fresh, known)] == [False, True, True]


def test_caches_of_other_layouts_go_and_folders_of_others_stay(folder):
    (folder / "1").mkdir()
    (folder / "1" / "results.sqlite").touch()
    (folder / "7").mkdir()
    (folder / "mine").mkdir()
    open_cache(folder).close()
    assert sorted(entry.name for entry in folder.iterdir()) == [".gitignore", module.FORMAT, "7", "mine"]


def test_a_link_to_a_folder_of_others_removes_nothing_there(tmp_path):
    (tmp_path / "home" / "1").mkdir(parents=True)
    (tmp_path / "home" / "1" / "results.sqlite").write_text("precious")
    (tmp_path / "cache").symlink_to(tmp_path / "home")
    open_cache(tmp_path / "cache").close()
    assert (tmp_path / "home" / "1" / "results.sqlite").read_text() == "precious"


def test_results_of_other_software_are_no_results(folder, monkeypatch):
    monkeypatch.setattr("byline.cache.results.software", lambda: "other")
    cache = open_cache(folder)
    assert cache.load("kind", KEY) is cache.load_file(KEY) is None
    cache.close()


def software_of_a_process(*arguments: str, **variables: str) -> str:
    command = [sys.executable, *arguments, "-c", "from byline.cache import software; print(software())"]
    done = subprocess.run(command, env=os.environ | variables, capture_output=True, text=True, timeout=30)
    return done.stdout.strip()


def test_software_is_the_same_in_every_process_and_another_with_another_package(tmp_path):
    assert software_of_a_process() == software_of_a_process(PYTHONHASHSEED="5")
    (tmp_path / "thing-1.0.dist-info").mkdir()
    first = software_of_a_process(PYTHONPATH=str(tmp_path))
    (tmp_path / "thing-1.0.dist-info").rename(tmp_path / "thing-1.1.dist-info")
    assert len({software_of_a_process(), first, software_of_a_process(PYTHONPATH=str(tmp_path))}) == 3


def test_bylines_own_files_are_software(tmp_path):
    package = Path(byline.__file__).parent
    shutil.copytree(package, tmp_path / "byline", ignore=shutil.ignore_patterns("__pycache__"))
    first = software_of_a_process(PYTHONPATH=str(tmp_path))
    template = next((tmp_path / "byline" / "theme").rglob("*.html"))
    template.write_text(template.read_text() + " ")
    assert first != software_of_a_process(PYTHONPATH=str(tmp_path)) != ""


def test_installed_files_are_known_by_the_list_that_came_with_them(tmp_path):
    package = Path(byline.__file__).parent
    shutil.copytree(package, tmp_path / "byline", ignore=shutil.ignore_patterns("__pycache__"))
    record = tmp_path / "mkdocs_byline-9.9.dist-info" / "RECORD"
    record.parent.mkdir()
    record.write_text("byline/__init__.py,sha256=a,1\n")
    first = software_of_a_process(PYTHONPATH=str(tmp_path))
    os.utime(tmp_path / "byline" / "__init__.py", (1, 1))
    assert software_of_a_process(PYTHONPATH=str(tmp_path)) == first
    record.write_text("byline/__init__.py,sha256=b,1\n")
    assert software_of_a_process(PYTHONPATH=str(tmp_path)) != first


def test_telling_the_software_takes_a_few_milliseconds():
    software.cache_clear()
    begin = time.process_time()
    software()
    assert time.process_time() - begin < 0.05
