"""`byline comments serve`: a real Isso for the preview, started and ended as an author does."""

import os
import re
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.request
from configparser import ConfigParser
from importlib.util import find_spec
from pathlib import Path
from urllib.error import HTTPError

import pytest

from byline.comments.isso_server import isso_configuration, preview_origins, site_origin
from conftest import ROOT
from isso_serving import Isso, answers, command, isso_for
from serving import free_port


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: Test\ndev_addr: 127.0.0.1:8123\nplugins: [byline]\n")
    return tmp_path


def refused(folder: Path, *arguments: str) -> str:
    """Return what a start that fails says."""
    done = subprocess.run(command(*arguments), cwd=folder, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stdout == ""
    return done.stderr


def test_it_answers_takes_a_comment_and_counts_it(site):
    with isso_for(site) as isso:
        assert isso.write("/p/", "Well said.") == 201
        assert isso.counts("/p/", "/q/") == [1, 0]
    with isso_for(site) as isso:
        assert isso.counts("/p/") == [1]


def test_it_says_in_two_lines_where_it_listens_and_how_to_end_it(site):
    with isso_for(site) as isso:
        said = isso.lines
    assert len(said) == 2
    assert f"{isso.url} " in said[0] and ".comments/comments.db" in said[0]
    assert "Ctrl-C" in said[1]
    assert isso.complaints == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_cleanly(site, number):
    with isso_for(site) as isso:
        isso.process.send_signal(number)
        assert isso.process.wait(10) == 0
    assert isso.complaints == []
    assert not answers(isso.url)


def test_ctrl_c_ends_it_even_where_a_shell_started_it_beside_something_else(site):
    with isso_for(site, beside=True) as isso:
        isso.process.send_signal(signal.SIGINT)
        assert isso.process.wait(10) == 0


def test_it_is_one_process_so_that_nothing_is_left_when_it_is_killed(site):
    with isso_for(site) as isso:
        isso.process.kill()
        isso.process.wait(10)
        assert not answers(isso.url)


def test_it_ends_with_the_process_that_started_it_where_asked_to(site):
    port = free_port()
    line = '"$@" --with-parent $$ & exec sleep 60'
    with subprocess.Popen(["sh", "-c", line, "sh", *command("--port", str(port))], cwd=site) as parent:
        try:
            Isso(f"http://127.0.0.1:{port}/", parent).wait()
        finally:
            parent.kill()
    for _ in range(50):
        if not answers(f"http://127.0.0.1:{port}/"):
            return
        time.sleep(0.1)
    pytest.fail("it went on alone")


def test_comments_are_kept_beside_mkdocs_yml_and_for_the_author_alone(site):
    with isso_for(site):
        folder = site / ".comments"
        assert {file.name for file in folder.iterdir()} == {".gitignore", "comments.db", "isso.cfg"}
        assert (folder / ".gitignore").read_text() == "*\n"
        for file in (folder / "isso.cfg", folder / "comments.db"):
            assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_configuration_is_written_anew_at_each_start(site):
    with isso_for(site):
        pass
    configuration = site / ".comments" / "isso.cfg"
    configuration.write_text("[moderation]\nenabled = true\n")
    configuration.chmod(0o644)
    with isso_for(site, "--site", "http://preview.example:8001/path/") as isso:
        assert isso.write("/p/", "Still unmoderated.") == 201
    text = configuration.read_text()
    assert "http://127.0.0.1:8123/" in text
    assert "http://preview.example:8001/\n" in text
    assert stat.S_IMODE(configuration.stat().st_mode) == 0o600


def test_a_folder_may_have_a_name_that_isso_would_read_in_its_own_way(site):
    folder = site / "a $HOME ~ %(x)s"
    folder.mkdir()
    (site / "mkdocs.yml").rename(folder / "mkdocs.yml")
    with isso_for(folder) as isso:
        assert isso.write("/p/", "Here.") == 201
    assert (folder / ".comments" / "comments.db").is_file()


def test_another_folder_may_be_named(site):
    with isso_for(site.parent, "--into", str(site)):
        assert (site / ".comments" / "comments.db").is_file()


def test_only_this_machine_can_reach_it(site):
    with isso_for(site) as isso:
        port = int(isso.url.rstrip("/").rpartition(":")[2])
        listening = Path("/proc/net/tcp").read_text() + Path("/proc/net/tcp6").read_text()
        places = [
            line.split()[1] for line in listening.splitlines() if f":{port:04X} " in line and " 0A " in line
        ]
        assert places == [f"0100007F:{port:04X}"]
        request = urllib.request.Request(isso.url, headers={"Host": f"rebound.example:{port}"})
        with pytest.raises(HTTPError) as refusal:
            urllib.request.urlopen(request, timeout=5)
        refusal.value.close()
        assert refusal.value.code == 403


def test_a_page_elsewhere_may_not_write(site):
    with isso_for(site) as isso:
        for origin, allowed in (("http://localhost:8000", True), ("https://evil.example", False)):
            request = urllib.request.Request(isso.url + "new", method="OPTIONS", headers={"Origin": origin})
            with urllib.request.urlopen(request, timeout=5) as answer:
                assert (answer.headers["Access-Control-Allow-Origin"] == origin) is allowed


def test_a_port_in_use_is_a_problem_with_a_mend_and_nothing_is_written(site):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        said = refused(site, "--port", str(port))
    assert said == (
        f"mkdocs.yml:1: port {port} cannot be used (Address already in use); end what listens there, or "
        "write `--port 8080` and, below `comments:`, `preview_server: http://127.0.0.1:8080`\n"
    )
    assert not (site / ".comments").exists()


def test_without_isso_it_says_what_to_install(site, tmp_path_factory):
    """A Python that has every installed package but Isso."""
    packages = tmp_path_factory.mktemp("packages")
    for entry in Path(pytest.__file__).parents[1].iterdir():
        if not entry.name.startswith("isso"):
            (packages / entry.name).symlink_to(entry)
    python = [sys.executable, "-S", *command()[1:]]
    paths = os.pathsep.join((str(ROOT / "plugins"), str(packages)))
    done = subprocess.run(
        python, cwd=site, env={**os.environ, "PYTHONPATH": paths}, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 1
    assert done.stderr == (
        "mkdocs.yml:1: these comments need Isso, and it is not installed; install it: "
        '`pip install "mkdocs-byline[isso]"`\n'
    )


def test_a_file_in_the_place_of_the_folder_is_a_problem(site):
    (site / ".comments").write_text("mine")
    said = refused(site, "--port", str(free_port()))
    assert said == ".comments:1: this is a file; rename this file: comments need a folder of its name\n"


def test_a_folder_that_cannot_be_written_is_a_problem(site):
    (site / ".comments").mkdir()
    (site / ".comments" / "isso.cfg").mkdir()
    assert "check that it exists and that you may read and write there" in refused(
        site, "--port", str(free_port())
    )


def test_a_database_that_isso_cannot_use_is_a_problem(site):
    (site / ".comments").mkdir()
    (site / ".comments" / "comments.db").write_text("no database at all, only words\n" * 99)
    said = refused(site, "--port", str(free_port()))
    assert said.startswith(
        ".comments/comments.db:1: Isso cannot keep comments here (file is not a database);"
    )


def test_outside_of_a_site_it_says_so(tmp_path):
    assert "mkdocs.yml:1: there is no such file" in refused(tmp_path)


def test_what_is_no_address_of_a_site_is_wrong_usage(site):
    done = subprocess.run(command("--site", "nowhere"), cwd=site, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "`nowhere` is no address of a site" in done.stderr


@pytest.mark.parametrize(
    ("dev_addr", "more", "expected"),
    [
        ("", (), "http://127.0.0.1:8000/ http://localhost:8000/"),
        ("127.0.0.1:8000", (), "http://127.0.0.1:8000/ http://localhost:8000/"),
        (
            "localhost:9000",
            (),
            "http://localhost:9000/ http://127.0.0.1:9000/ http://127.0.0.1:8000/ http://localhost:8000/",
        ),
        (
            "nonsense",
            ("https://a.example/b/",),
            "http://127.0.0.1:8000/ http://localhost:8000/ https://a.example/",
        ),
        ("[::1]:8000", (), "http://127.0.0.1:8000/ http://localhost:8000/"),
    ],
)
def test_previews_come_from_these_places(dev_addr, more, expected):
    assert " ".join(preview_origins(dev_addr, more)) == expected


@pytest.mark.parametrize(
    "address",
    ["", "a.example", "ftp://a.example", "http://a b/", "http://a\n[admin]", "http://[", "http://$HOME/"],
)
def test_nothing_else_gets_into_the_configuration(address):
    assert site_origin(address) == ""


def test_the_configuration_knows_no_moderation_and_no_guard():
    text = isso_configuration("comments.db", 8080, ["http://127.0.0.1:8000/"])
    assert "[moderation]\nenabled = false\n" in text
    assert "[guard]\nenabled = false\n" in text
    assert "listen = http://127.0.0.1:8080\n" in text


def options(text: str) -> set[tuple[str, str]]:
    parser = ConfigParser(allow_no_value=True, interpolation=None)
    parser.read_string(text)
    return {(section, option) for section in parser.sections() for option in parser.options(section)}


def test_isso_knows_all_that_it_is_told_here_and_in_the_docs():
    [package] = find_spec("isso").submodule_search_locations
    known = options((Path(package) / "isso.cfg").read_text(encoding="utf-8"))
    documented = re.search(
        r"```ini\n(\[general\].*?)```", (ROOT / "docs" / "comments.md").read_text(), re.DOTALL
    )
    assert options(documented[1]) <= known
    assert options(isso_configuration("comments.db", 8080, ["http://127.0.0.1:8000/"])) <= known
