import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from byline.articles import load_articles
from byline.cli.main import main
from byline.settings import load_settings
from byline.site.conversations import load_conversations
from importers.mentions.standing_in import StandIn, standing_in

CASES = Path(__file__).parent / "cases"
SITE = Path(__file__).parents[1] / "discussions" / "cases" / "site"
CALLS = "2019-05-06-cold-calls"
BREAD = "2019-03-04-slow-bread"
CONTEXT, LIKES = "/api/v1/statuses/200/context", "/api/v1/statuses/200/favourited_by"


def case(name: str) -> dict:
    return json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture
def server() -> Iterator[StandIn]:
    with standing_in() as server:
        server.answers = {
            "/api/mentions.jf2": case("webmentions"),
            CONTEXT: case("mastodon_context"),
            LIKES: case("mastodon_favourited_by"),
            "/api/v1/statuses/200/reblogged_by": case("mastodon_reblogged_by"),
            "/xrpc/app.bsky.feed.getPostThread": case("bluesky_thread"),
            "/xrpc/app.bsky.feed.getLikes": case("bluesky_likes"),
            "/xrpc/app.bsky.feed.getRepostedBy": case("bluesky_reposts"),
        }
        yield server


@pytest.fixture
def site(tmp_path: Path, server: StandIn, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "site"
    shutil.copytree(SITE, folder)
    configuration = (
        f"      mentions:\n        webmentions: {server.url}/api/mentions.jf2?domain=moved.example\n"
        f"        token_env: MENTIONS_KEY\n        bluesky: {server.url}\n"
    )
    with (folder / "mkdocs.yml").open("a") as file:
        file.write(configuration)
    bread = folder / "posts" / f"{BREAD}.md"
    threads = (
        f"comments:\n  mastodon: {server.url}/@ines/200\n"
        "  bluesky: https://bsky.app/profile/ines.example/post/root\n---\nA loaf"
    )
    bread.write_text(bread.read_text().replace("---\nA loaf", threads))
    monkeypatch.setenv("MENTIONS_KEY", "s3cret")
    monkeypatch.chdir(folder)
    return folder


def fetch(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["mentions", "fetch", *arguments])


def conversations(folder: Path) -> dict:
    settings = load_settings(folder / "mkdocs.yml")
    articles, _ = load_articles(settings.posts_dir, zone=settings.timezone)
    found, problems = load_conversations(settings.posts_dir, articles, zone=settings.timezone)
    assert not problems
    return found


def everything(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.glob("posts/*.yml"))}


def test_webmentions_stand_beside_the_article_that_they_are_about(site: Path) -> None:
    result = fetch()
    assert result.exit_code == 0, result.output
    calls = conversations(site)[f"{CALLS}.md"]
    assert sorted((one.author, one.kind) for one in calls.threads) == [
        ("Person 1", "comment"),
        ("Person 4", "mention"),
        ("Person 5", "mention"),
        ("a", "comment"),
    ]
    assert [(one.author, one.kind) for one in calls.signs] == [("Person 2", "like"), ("Person 3", "repost")]
    first = next(one for one in calls.threads if one.author == "Person 1")
    assert first.source == "https://p1.example/post"
    assert first.date is not None and first.date.isoformat() == "2024-01-02T02:04:05+00:00"
    assert first.html == "<p>Well <strong>said</strong></p>"


def test_private_mentions_and_those_from_nowhere_are_left_out_and_lost_ones_are_named(site: Path) -> None:
    result = fetch()
    assert "1 of no article here" in result.output
    assert "no article at https://moved.example/blog/articles/never/" in result.output
    assert "2 private or unreadable, left out" in result.output
    assert "secret" not in "".join(everything(site).values())


def test_nothing_active_and_no_e_mail_address_is_stored(site: Path) -> None:
    fetch()
    stored = "".join(everything(site).values())
    for word in ("<script", "onerror", "onclick", "javascript:", "data:", "a@b.example", "\u202e", "s3cret"):
        assert word not in stored


def test_replies_from_mastodon_and_bluesky_keep_their_threads(site: Path, server: StandIn) -> None:
    fetch()
    bread = conversations(site)[f"{BREAD}.md"]
    threads = {one.author: [reply.author for reply in one.replies] for one in bread.threads}
    assert threads == {"User 1": ["User 2"], "user3": [], "Kim": ["Lea"]}
    signs = sorted((one.kind, one.author) for one in bread.signs)
    assert signs == [
        ("like", "Max"),
        ("like", "User 7"),
        ("like", "User 8"),
        ("repost", "Nia"),
        ("repost", "User 9"),
    ]
    kim = next(one for one in bread.threads if one.author == "Kim")
    link = '<a href="https://example.com/abcdef" rel="nofollow ugc noopener">example.com/abc…</a>'
    assert kim.html == f"<p>Good: see ünder {link}</p>\n<p>Two &lt;b&gt; paragraphs</p>"
    hidden = "".join(everything(site).values())
    assert "Only for followers" not in hidden and "Not for strangers" not in hidden
    uris = [query["uri"] for path, query, _ in server.asked if path.endswith("getPostThread")]
    assert uris == [["at://ines.example/app.bsky.feed.post/root"]]


def test_a_second_fetch_writes_nothing_and_a_new_mention_is_added_behind(site: Path, server: StandIn) -> None:
    fetch()
    file = site / "posts" / f"{CALLS}.mentions.yml"
    edited = "# my remark\n" + file.read_text().replace("Person 4", "Person Four")
    file.write_text(edited)
    before = everything(site)
    result = fetch()
    assert result.exit_code == 0 and "0 new" in result.output
    assert everything(site) == before
    more = case("webmentions")
    more["children"].append({**more["children"][1], "wm-id": 77, "url": "https://new.example/"})
    server.answers["/api/mentions.jf2"] = more
    fetch()
    assert file.read_text().startswith(edited)
    assert "wm-77" in file.read_text()


def test_what_is_gone_at_its_origin_stays_until_it_is_pruned(site: Path, server: StandIn) -> None:
    fetch()
    file = site / "posts" / f"{BREAD}.mentions.yml"
    own = "- id: own-1\n  author: Me\n  html: <p>Mine</p>\n"
    file.write_text(file.read_text() + own)
    context = case("mastodon_context")
    del context["descendants"][0]
    server.answers[CONTEXT] = context
    server.answers[LIKES] = 401
    server.answers["/xrpc/app.bsky.feed.getRepostedBy"] = {"repostedBy": [], "cursor": "more"}
    before = everything(site)
    assert fetch().exit_code == 0
    assert everything(site) == before
    result = fetch("--prune")
    assert result.exit_code == 0
    assert "1 gone at their origin, taken out" in result.output
    text = file.read_text()
    assert "mastodon-201" not in text
    assert "mastodon-202" in text and "User 7" in text and "Nia" in text and text.endswith(own)
    assert {one.author for one in conversations(site)[f"{BREAD}.md"].threads} >= {"User 2", "Me", "Kim"}


def test_where_everything_is_gone_pruning_leaves_an_empty_list(site: Path, server: StandIn) -> None:
    fetch()
    server.answers["/api/mentions.jf2"] = {"children": []}
    assert fetch("--prune").exit_code == 0
    assert (site / "posts" / f"{CALLS}.mentions.yml").read_text() == "[]\n"
    server.answers["/api/mentions.jf2"] = case("webmentions")
    fetch()
    assert len(conversations(site)[f"{CALLS}.md"].threads) == 4


def test_where_one_source_fails_the_others_are_kept_and_the_exit_code_is_one(
    site: Path, server: StandIn
) -> None:
    server.answers[CONTEXT] = 503
    server.answers["/xrpc/app.bsky.feed.getPostThread"] = b"<html>no json"
    result = fetch()
    assert result.exit_code == 1
    assert f"posts/{BREAD}.md:5: `mastodon: {server.url}/@ines/200`: it answers 503" in result.output
    assert "its answer is no JSON" in result.output
    assert "Traceback" not in result.output
    assert len(conversations(site)[f"{CALLS}.md"].threads) == 4


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (404, "it answers 404"),
        (b"", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b'"' + b"x" * (11 * 1024 * 1024) + b'"', "over 10 MiB"),
        ("file:///etc/passwd", "it answers 302"),
        ("ftp://127.0.0.1/x", "an address of the kind ftp:"),
        ("http://10.0.0.1/x", "stands in a private network"),
        ("http://[::1]:9/x", "stands in a private network"),
        ("http://0.0.0.0:9/x", "stands in a private network"),
        ("http://169.254.169.254/latest/", "stands in a private network"),
        ("/api/mentions.jf2?again", "cannot be reached|answers 302"),
        ([], "holds no mentions"),
        ({"children": {}}, "holds no mentions"),
    ],
)
def test_a_bad_answer_is_a_problem_at_the_option_that_names_the_server(
    site: Path, server: StandIn, answer: object, said: str
) -> None:
    server.answers["/api/mentions.jf2"] = answer
    result = fetch()
    assert result.exit_code == 1
    assert "mkdocs.yml:7: mentions: `" in result.output
    assert any(word in result.output for word in said.split("|"))
    assert "s3cret" not in result.output and "Traceback" not in result.output
    assert (site / "posts" / f"{BREAD}.mentions.yml").is_file()


@pytest.mark.parametrize(
    "beginning",
    [
        b"HTTP/1.0 302 Found\r\nLocation: /elsewhere\r\n\r\n",
        b"HTTP/1.0 200 OK\r\n\r\n",
        b"HTTP/1.0 200 OK\r\nX-Long: ",
        b"HTTP/1.0 200 O",
    ],
)
def test_an_answer_without_an_end_is_not_waited_for(
    site: Path, server: StandIn, beginning: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("byline.importers.mentions.asking.LONGEST", 0.5)
    server.answers |= {"/api/mentions.jf2": beginning, "/elsewhere": case("webmentions")}
    start = time.monotonic()
    result = fetch()
    assert time.monotonic() - start < 10
    assert "Traceback" not in result.output
    assert result.exit_code == (b"Location" not in beginning)


def test_what_a_server_says_cannot_command_the_terminal(site: Path, server: StandIn) -> None:
    server.answers["/api/mentions.jf2"] = b"HTTP/1.0 404 \x1b[2J\x9b31mgone\r\n\r\n"
    server.answers[LIKES] = b"HTTPX \x1b]0;owned\x07\r\n"
    result = fetch()
    assert "gone" in result.output
    assert not {sign for sign in result.output if not sign.isprintable()} - {"\n"}


@pytest.mark.parametrize(
    "children",
    [
        [None, 1, "x", [], {}],
        [{"url": {"a": 1}, "wm-target": ["x"]}],
        [{"url": "https://a.example/", "wm-target": "https://[bad/", "author": [], "content": [1]}],
        [{"url": "https://a.example/", "wm-target": "https://moved.example/blog/articles/cold-calls/",
          "author": "x", "wm-id": "../../x", "published": 5, "content": "just text", "wm-property": {}}],
    ],
)  # fmt: skip
def test_answers_of_any_shape_are_taken(site: Path, server: StandIn, children: list) -> None:
    server.answers["/api/mentions.jf2"] = {"children": children}
    assert fetch().exit_code == 0
    conversations(site)


def test_all_pages_are_asked_for(site: Path, server: StandIn) -> None:
    pattern = case("webmentions")["children"][1]

    def page(query: dict[str, list[str]]) -> dict:
        first = 100 * int(query["page"][0])
        numbers = range(first, min(first + 100, 250))
        return {
            "children": [
                {**pattern, "wm-id": number, "url": f"https://a{number}.example/"} for number in numbers
            ]
        }

    server.answers["/api/mentions.jf2"] = page
    assert fetch().exit_code == 0
    assert len(conversations(site)[f"{CALLS}.md"].signs) == 250
    assert [query["page"] for path, query, _ in server.asked if path.endswith("jf2")] == [["0"], ["1"], ["2"]]


def test_who_asks_is_said_and_the_key_goes_to_its_own_server_only(site: Path, server: StandIn) -> None:
    fetch()
    assert all(headers["User-Agent"].startswith("Byline/") for _, _, headers in server.asked)
    with_key = {path for path, query, _ in server.asked if "token" in query}
    assert with_key == {"/api/mentions.jf2"}


def test_a_missing_key_is_a_problem_before_anything_is_asked(
    site: Path, server: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MENTIONS_KEY")
    result = fetch()
    assert result.exit_code == 1
    assert "mkdocs.yml:8: mentions: the environment variable `MENTIONS_KEY` is empty" in result.output
    assert not server.asked


def test_a_post_in_a_private_network_is_not_asked_for(site: Path, server: StandIn) -> None:
    text = (site / "mkdocs.yml").read_text()
    (site / "mkdocs.yml").write_text(text[: text.index("      mentions:")])
    result = fetch()
    assert result.exit_code == 1
    assert "127.0.0.1 stands in a private network" in result.output
    assert not server.asked


def test_a_site_that_names_nobody_is_told_what_to_write(site: Path) -> None:
    shutil.copy(SITE / "mkdocs.yml", site)
    shutil.copy(SITE / "posts" / f"{BREAD}.md", site / "posts")
    result = fetch()
    assert result.exit_code == 0
    assert result.output.startswith("Nothing to ask: write `mentions:`")


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("webmentions: ftp://x", "`webmentions: ftp://x` cannot be used"),
        ("webmentions: https://a.example/?token=abc", "cannot be used"),
        ("token_env: 1 2", "`token_env: 1 2` cannot be used; name an environment variable"),
        ("endpoint: somewhere", "`endpoint: somewhere` cannot be used"),
        ("webmention: https://a.example/", "did you mean `webmentions`?"),
    ],
)
def test_a_setting_that_cannot_be_used_is_reported_with_its_line(site: Path, setting: str, said: str) -> None:
    text = (SITE / "mkdocs.yml").read_text()
    (site / "mkdocs.yml").write_text(f"{text}      mentions:\n        {setting}\n")
    result = fetch()
    assert result.exit_code == 1
    assert result.output.startswith("mkdocs.yml:7: mentions: ")
    assert said in result.output
