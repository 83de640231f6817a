"""Providers that other packages bring: the one in the documentation, really installed, and broken ones."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, BuiltSite, run_mkdocs

DOCS = (
    (ROOT / "docs" / "comments.md")
    .read_text(encoding="utf-8")
    .partition("## A provider from another package")[2]
)
MKDOCS_YML = """\
site_name: Parleys
site_url: https://parley.example/
theme: {{name: material, font: false}}
plugins:
  - byline:
      comments:
        provider: parley
        {setting}
"""


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", DOCS, re.DOTALL)
    assert found
    return found[1]


def install(folder: Path, module: str, target: str = "byline_parley:configured") -> Path:
    """Put a module and its distribution where Python finds both."""
    about = folder / "byline_parley-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: byline-parley\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(f"[byline.comments]\nparley = {target}\n")
    (folder / "byline_parley.py").write_text(module)
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for name in ("docs", "posts"):
        (folder / name).mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# Home\n")
    (folder / "posts" / "authors.yml").write_text("authors:\n  ada: {name: Ada Quill}\n")
    (folder / "posts" / "one.md").write_text("---\ntitle: One\ndate: 2026-01-01\n---\nText.\n")
    return folder


def build(site: Path, packages: Path | None, setting: str = "server: https://talk.example") -> BuiltSite:
    (site / "mkdocs.yml").write_text(MKDOCS_YML.format(setting=setting))
    return run_mkdocs(site, "--strict", **({"PYTHONPATH": str(packages)} if packages else {}))


def byline(site: Path, packages: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from byline.cli import main; main()", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(packages)}
    return subprocess.run(command, cwd=site, env=environment, capture_output=True, text=True, timeout=60)


def test_the_provider_in_the_documentation_has_thirty_lines_and_works(site, tmp_path):
    assert (block("python") + block("toml")).count("\n") <= 30
    target = re.search(r'^parley = "(.*)"', block("toml"), re.MULTILINE)[1]
    packages = install(tmp_path / "packages", block("python"), target)
    built = build(site, packages)
    assert built.code == 0, built.said
    page = built.page("articles/one/index.html")
    assert "https://talk.example/parley.js" in page
    assert "&#34;data-thread&#34;: &#34;/one&#34;" in page
    assert "talk.example" in page
    checked = byline(site, packages, "check")
    assert (checked.returncode, checked.stderr) == (0, "")
    policy = byline(site, packages, "comments", "csp").stdout
    assert "connect-src 'self' https://talk.example;" in policy


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        (
            "servr: https://talk.example",
            "mkdocs.yml:8: comments: parley has no setting `servr`; did you mean `server`?",
        ),
        (
            "server: talk",
            "mkdocs.yml:8: comments: `server: talk` is no address of a server; write the address",
        ),
    ],
)
def test_its_settings_are_reported_with_their_line(site, tmp_path, setting, said):
    packages = install(tmp_path / "packages", block("python"))
    assert said in build(site, packages, setting).said
    assert said in byline(site, packages, "check").stderr


HERE = "byline_parley:configured"
EXAMPLE = block("python")
BROKEN = {
    "that is not there": ("", "byline_absent:configured", "ModuleNotFoundError"),
    "without the name": ("", HERE, "AttributeError"),
    "that cannot be read": ("def configured(:", HERE, "SyntaxError"),
    "that fails": ("def configured(values, report):\n    1 / 0\n", HERE, "ZeroDivisionError"),
    "that returns nothing": ("def configured(values, report): pass\n", HERE, "AttributeError"),
    "whose embed fails": (EXAMPLE.replace("element =", "element = self.no,"), HERE, "AttributeError"),
    "whose policy would write a header of its own": (
        EXAMPLE.replace('"connect-src": (self.server,)', '"connect-src": ("*; script-src *",)'),
        HERE,
        "`policy` returns no sources by directive",
    ),
    "with another name": (
        EXAMPLE.replace('name = "parley"', 'name = "isso"'),
        HERE,
        "it calls itself `isso`",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_package_with_a_module(site, tmp_path, case):
    """Each is one problem with its line, and no traceback."""
    module, target, said = BROKEN[case]
    packages = install(tmp_path / "packages", module, target)
    built = build(site, packages)
    assert built.code == 1
    assert "mkdocs.yml:7: comments: `parley`, which the package byline-parley brings, fails" in built.said
    assert said in built.said
    assert "Traceback" not in built.said
    checked = byline(site, packages, "check")
    assert (checked.returncode, checked.stderr.count("\n")) == (1, 1)
    assert said in checked.stderr


def test_without_the_package_its_name_is_unknown(site):
    built = build(site, None)
    assert "mkdocs.yml:7: comments: there is no provider `parley`; choose one of isso, giscus" in built.said
