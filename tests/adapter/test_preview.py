"""The preview: what it shows of a save, how much it makes anew for that, and what it says of problems."""

import re
import time

import pytest

from serving import differing, free_port, fresh_files, get, serving

PLAIN = "2026-02-01-plain.md"


@pytest.fixture
def preview(copy_site):
    with serving(copy_site("full"), free_port()) as running:
        yield running


def test_drafts_and_posts_to_come_are_shown_and_marked(preview):
    assert "Canary-title of a draft" in preview.page("articles/") + preview.page("articles/page/2/")
    draft = preview.page("articles/canary-slug/")
    assert 'class="byline-draft"' in draft
    assert '<meta name="robots" content="noindex">' in draft
    assert 'class="byline-draft"' in preview.page("articles/canary-title-of-the-future/")
    assert 'class="byline-draft"' not in preview.page("articles/plain/")
    assert not re.search(r"byline-comments", draft)
    sheet = preview.page("articles/canary-slug/checklist/")
    assert "Hide the canary-item from everyone" in sheet
    assert '<meta name="robots" content="noindex">' in sheet


def test_the_preview_lives_on_after_problems_and_shows_them(preview):
    post = preview.folder / "posts" / PLAIN
    good = post.read_text()
    post.write_text(good.replace("created: 2026-02-01", "created: <soon>"))
    page = preview.wait_for("articles/plain/", "byline-problems")
    assert 'role="status"' in page and "A plain article" in page
    assert f"posts/{PLAIN}:4: `date.created` is no date" in page
    assert "&lt;soon&gt;" in page or "<soon>" not in page
    assert "position: fixed" in get(re.sub(r"/sub/.*", "", preview.url) + "/livereload/problems.css")
    preview.wait_until_said(f"posts/{PLAIN}:4: `date.created` is no date")
    post.write_text(good.replace("A plain article", "A mended article"))
    preview.wait_for("articles/plain/", "A mended article", without="byline-problems")

    builds = preview.builds
    good = post.read_text()
    post.write_text(good + "\n" + "[" * 600 + "\n")
    preview.wait_for("articles/plain/", "hundreds of `[` in a row")
    post.write_text(good)
    preview.wait_for("articles/plain/", "A mended article", without="byline-problems")
    assert preview.builds == builds, "a problem in a text is found and mended without a whole build"

    template = preview.folder / "overrides" / "main.html"
    whole = template.read_text()
    template.write_text(whole + "{% block")
    page = preview.wait_for("", "byline-problems")
    assert "main.html:" in page and "A mended article" in preview.page("articles/plain/")
    template.write_text(whole)
    preview.wait_for("", without="byline-problems")
    post.write_bytes(b"---\ntitle: \xff\xfe\n---\n")
    preview.wait_for("", "byline-problems", PLAIN)


@pytest.mark.parametrize(
    ("site", "edits"),
    [
        ("full", {PLAIN: "\nAnother paragraph, and [a link](2026-03-10-number-3.md).\n"}),
        ("full", {PLAIN: "first paragraph", "draft.md": "\nAnother word.\n"}),
        ("checklists", {"calls.md": "\n## More\n\n- Ask for the number of the plan before you call.\n"}),
        ("checklists", {"letters.md": "first paragraph", "packing.md": "\nAnother word.\n"}),
    ],
)
def test_what_is_made_anew_is_what_a_whole_build_makes(copy_site, site, edits):
    folder, port = copy_site(site), free_port()
    with serving(folder, port) as preview:
        before = preview.files
        for name, words in edits.items():
            post = folder / "posts" / name
            head, mark, body = post.read_text().partition("\n---\n")
            if words == "first paragraph":
                post.write_text(f"{head}{mark}\nA wholly new beginning of {name}.\n\n{body}")
            else:
                post.write_text(f"{head}{mark}{body}{words}")
            time.sleep(0.1)
        preview.settle()
        made, builds = preview.files, preview.builds
    assert builds == 1, "the whole site was built again"
    assert before != made
    assert not differing(made, fresh_files(folder, port))


def test_front_matter_and_files_are_followed_by_a_whole_build(preview):
    posts = preview.folder / "posts"
    good = (posts / PLAIN).read_text()
    new = posts / "new.md"
    new.write_text(good.replace("title: Plain", "title: A newer article"))
    preview.wait_for("articles/a-newer-article/", "A newer article")
    preview.wait_for("articles/", "A newer article")
    new.write_text(new.read_text() + "\nAnd it is followed.\n")
    preview.wait_for("articles/a-newer-article/", "And it is followed")
    new.unlink()
    preview.wait_for("articles/", without="A newer article")
    assert preview.page("articles/a-newer-article/") == ""


def test_editors_may_save_as_they_like(preview):
    posts, builds = preview.folder / "posts", preview.builds
    good = (posts / PLAIN).read_text()
    for number, name in enumerate((".plain.md.swp", "4913", f".#{PLAIN}", f"#{PLAIN}#", f"{PLAIN}~")):
        (posts / name).write_text("not an article")
        (posts / "another-name").write_text(f"{good}\nSaved by renaming {number}.\n")
        (posts / "another-name").rename(posts / PLAIN)
        (posts / name).unlink()
        preview.wait_for("articles/plain/", f"Saved by renaming {number}")
    (posts / PLAIN).touch()
    time.sleep(0.5)
    assert preview.builds == builds


def test_hooks_that_see_the_whole_site_see_it_after_every_save(copy_site):
    folder = copy_site("full")
    (folder / "hook.py").write_text(
        "import pathlib\n\ndef on_post_build(config, **_):\n"
        "    pages = pathlib.Path(config.site_dir).rglob('*.html')\n"
        "    words = sum('Hooked' in page.read_text() for page in pages)\n"
        "    (pathlib.Path(config.site_dir) / 'count.txt').write_text(str(words))\n"
    )
    with (folder / "mkdocs.yml").open("a") as configuration:
        configuration.write("hooks: [hook.py]\n")
    with serving(folder, free_port()) as preview:
        preview.wait_until_said("Every save builds the whole site")
        assert preview.page("count.txt") == "0"
        post = folder / "posts" / PLAIN
        post.write_text(post.read_text() + "\nHooked.\n")
        preview.wait_for("count.txt", "1")


def test_files_of_comments_are_followed_by_a_whole_build(preview):
    comments = preview.folder / "posts" / PLAIN.replace(".md", ".comments.yml")
    comments.write_text("- {id: a1, author: Jane, date: 2026-02-02, text: A first remark.}\n")
    preview.wait_for("articles/plain/", "A first remark")
    comments.write_text(comments.read_text().replace("first", "second"))
    preview.wait_for("articles/plain/", "A second remark")
    comments.write_text("- {id: a1, txt: A third remark.}\n")
    preview.wait_for("articles/plain/", "a comment has no `txt`", "A second remark")
    comments.unlink()
    preview.wait_for("articles/plain/", without="A second remark")


def test_what_articles_cannot_be_together_is_said_without_a_whole_build(preview):
    posts, builds = preview.folder / "posts", preview.builds
    good = (posts / PLAIN).read_text()
    (posts / "twin.md").write_text(good)
    preview.wait_for("articles/plain/", "byline-problems", "twin.md")
    (posts / "twin.md").write_text(good.replace("title: Plain", "title: A sister"))
    preview.wait_for("articles/a-sister/", "A sister", without="byline-problems")
    preview.wait_for("articles/", "A sister", without="byline-problems")
    assert preview.builds == builds + 1
