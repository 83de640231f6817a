"""`byline comments csp`: the policy that the guide shows, and that of any other site."""

import re

import pytest
from click.testing import CliRunner

from byline.cli import main
from conftest import ROOT

GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
GISCUS = "{provider: giscus, repo: a/b, repo_id: R, category: C, category_id: D}"
BASE = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; "
    "manifest-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)


def shown(name: str) -> str:
    found = re.search(rf"^{re.escape(name)}.*?```\n(.*?)```", GUIDE, re.MULTILINE | re.DOTALL)
    assert found
    return " ".join(found[1].split())


@pytest.fixture
def printed(tmp_path):
    def run(options: str) -> str:
        text = f"site_name: x\nsite_url: https://a.example/\nplugins:\n  - byline: {{{options}}}\n"
        (tmp_path / "mkdocs.yml").write_text(text)
        done = CliRunner().invoke(main, ["comments", "csp", "--into", str(tmp_path)])
        assert done.exit_code == 0, done.output
        assert done.output.count("\n") == 1
        return done.output.strip()

    return run


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("Without comments", ""),
        ("Without comments", "comments: {provider: email, address: a@b.example}"),
        ("With giscus", f"comments: {GISCUS}"),
        ("With Isso", "comments: {provider: isso, server: 'https://comments.example.com'}"),
    ],
)
def test_the_guide_shows_what_the_command_prints(printed, name, options):
    assert printed(options) == shown(name)


@pytest.mark.parametrize(
    "options",
    ["comments: {provider: isso}", "comments: {provider: isso, server: /isso}"],
)
def test_nothing_more_is_allowed_for_a_server_on_the_sites_own_host(printed, options):
    assert printed(options) == BASE


def test_all_that_the_site_has_comes_together_and_each_source_once(printed):
    options = (
        "comments: [{provider: remark42, server: 'https://c.example'}, {provider: isso, server: 'https://c.example'}],"
        "search: pagefind, newsletter: {action: 'https://buttondown.com/api/emails/embed-subscribe/x'}"
    )
    policy = dict(part.split(" ", 1) for part in printed(options).split("; "))
    assert policy["script-src"] == "'self' 'unsafe-inline' 'wasm-unsafe-eval' https://c.example"
    assert policy["connect-src"] == "'self' https://c.example"
    assert policy["frame-src"] == "https://c.example"
    assert policy["form-action"] == "'self' https://buttondown.com"


def test_comments_that_cannot_work_have_no_policy(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins:\n  - byline:\n      comments: isos\n")
    done = CliRunner().invoke(main, ["comments", "csp", "--into", str(tmp_path)])
    assert done.exit_code == 1
    assert "mkdocs.yml:4: comments: there is no provider `isos`; did you mean `isso`?" in done.output
