"""Folders, links and sizes that no post should have."""

import os
from datetime import UTC, datetime

import pytest

from byline.addresses import slugify
from byline.problems import ContentError
from byline.settings import load_settings
from byline.site import Placement, load_site
from conftest import run_mkdocs
from hard.test_posts import write_site

HEAD = "---\ntitle: {}\ndate: 2026-01-01\n---\n"
LONGEST = 5.0
"""Seconds that an article of usual size may take; larger ones in proportion to their size."""


@pytest.fixture
def folder(tmp_path):
    return write_site(tmp_path / "site")


def load(folder):
    settings = load_settings(folder / "mkdocs.yml")
    return load_site(settings, Placement("https://hard.example/", datetime(2026, 6, 1, tzinfo=UTC)))


def problems(folder):
    with pytest.raises(ContentError) as error:
        load(folder)
    return [str(problem).partition("/posts/")[2] for problem in error.value.problems]


def test_a_folder_named_like_a_post_is_a_folder(folder):
    (folder / "posts" / "x.md").mkdir()
    (folder / "posts" / "x.md" / "y.md").write_text(HEAD.format("Y") + "Text.")
    assert [article.path for article in load(folder).articles] == ["x.md/y.md"]


def test_a_link_to_a_file_outside_is_refused(folder, tmp_path):
    (tmp_path / "secret.md").write_text(HEAD.format("Secret"))
    (folder / "posts" / "a.md").symlink_to(tmp_path / "secret.md")
    assert problems(folder) == ["a.md:1: this is a symbolic link; put the file or folder itself here"]


def test_a_link_to_a_folder_outside_is_refused(folder, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (folder / "posts" / "sub").symlink_to(tmp_path / "elsewhere")
    assert problems(folder) == ["sub:1: this is a symbolic link; put the file or folder itself here"]


def test_a_link_to_itself_is_refused(folder):
    (folder / "posts" / "loop").symlink_to(folder / "posts")
    (folder / "posts" / "self.md").symlink_to(folder / "posts" / "self.md")
    assert len(problems(folder)) == 2


def test_a_pipe_is_refused_and_nobody_waits_for_it(folder):
    os.mkfifo(folder / "posts" / "pipe.md")
    assert problems(folder) == ["pipe.md:1: this is no ordinary file; write the article into a text file"]


def test_an_image_that_leads_out_of_the_posts_is_not_published(folder, tmp_path):
    (tmp_path / "secret.png").write_bytes(b"secret")
    (folder / "posts" / "a.png").symlink_to(tmp_path / "secret.png")
    post = HEAD.format("A") + "![Out](../../secret.png) ![Link](a.png) ![Root](/etc/hostname)"
    (folder / "posts" / "a.md").write_text(post)
    site = run_mkdocs(folder)
    assert site.code == 0
    assert not [
        path for path, content in site.everything().items() if content == b"secret" or "hostname" in path
    ]


def test_the_posts_folder_itself_may_be_a_link(folder, tmp_path):
    (folder / "posts").rename(tmp_path / "writing")
    (folder / "posts").symlink_to(tmp_path / "writing")
    (tmp_path / "writing" / "a.md").write_text(HEAD.format("A") + "Text.")
    assert len(load(folder).articles) == 1


def test_an_author_file_that_is_a_folder_is_a_problem(folder):
    (folder / "posts" / "authors.yml").unlink()
    (folder / "posts" / "authors.yml").mkdir()
    assert problems(folder)[0].startswith("authors.yml:1: the file cannot be read")


@pytest.mark.parametrize(
    ("first", "second"),
    [("Same", "Same"), ("Same", "SAME"), ("Über", "Uber"), ("Straße", "strasse"), ("ﬁne", "fine")],
)
def test_two_posts_on_one_address_name_each_other(folder, first, second):
    (folder / "posts" / "a.md").write_text(HEAD.format(first) + "Text.")
    (folder / "posts" / "b.md").write_text(HEAD.format(second) + "Text.")
    wrong = f"the address `articles/{slugify(second)}/` is taken by a.md"
    assert problems(folder) == [f"b.md:2: {wrong}; give one of the two an address of its own (`slug:`)"]


def test_a_post_on_the_address_of_a_page_names_it(folder):
    (folder / "docs" / "articles").mkdir()
    (folder / "docs" / "articles" / "One.md").write_text("# One")
    (folder / "posts" / "one.md").write_text(HEAD.format("one") + "Text.")
    site = run_mkdocs(folder)
    assert site.code == 1
    assert (
        "posts/one.md:2: the address `articles/one/` is taken by docs/articles/One.md; give one" in site.said
    )


def test_a_listing_on_the_address_of_a_page_names_it(folder):
    (folder / "docs" / "archive").mkdir()
    (folder / "docs" / "archive" / "2026.md").write_text("# Mine")
    (folder / "posts" / "a.md").write_text(HEAD.format("A") + "Text.")
    site = run_mkdocs(folder)
    assert site.code == 1
    assert "the listing `archive/2026/` has the address of docs/archive/2026.md; move the one" in site.said


def test_a_page_in_the_place_of_the_articles_stands_above_them(folder):
    (folder / "docs" / "articles").mkdir()
    (folder / "docs" / "articles" / "index.md").write_text("# My writing\n\nWelcome, all of you.")
    (folder / "posts" / "a.md").write_text(HEAD.format("First of all") + "Text.")
    with (folder / "mkdocs.yml").open("a") as config:
        config.write("nav: [index.md, Essays: articles/index.md]\n")
    page = run_mkdocs(folder).page("articles/index.html")
    assert "Welcome, all of you." in page
    assert "Essays" in page
    assert "First of all" in page


def test_a_page_that_links_could_not_tell_from_a_post_is_refused(folder):
    (folder / "docs" / "posts").mkdir()
    (folder / "docs" / "posts" / "a.md").write_text("# Mine")
    (folder / "posts" / "a.md").write_text(HEAD.format("A") + "Text.")
    site = run_mkdocs(folder)
    assert site.code == 1
    assert "docs/posts/a.md:1: links cannot tell it from posts/a.md; rename one" in site.said


def test_a_draft_stays_hidden_when_the_project_is_reached_through_a_link(folder, tmp_path):
    (folder / "docs" / "blog").mkdir()
    (folder / "posts").rename(folder / "docs" / "blog" / "posts")
    config = folder / "mkdocs.yml"
    config.write_text(
        config.read_text().replace("{timezone", "{posts_dir: docs/../docs/blog/posts, timezone")
    )
    (folder / "docs" / "blog" / "posts" / "a.md").write_text("---\ntitle: Canary\ndraft: true\n---\nCanary.")
    (tmp_path / "link").symlink_to(folder)
    site = run_mkdocs(folder, "-f", str(tmp_path / "link" / "mkdocs.yml"))
    assert site.code == 0, site.said
    assert not [path for path, content in site.everything().items() if b"Canary" in content]


def test_a_category_on_the_address_of_a_tag_names_it(folder):
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text().replace("{timezone", "{tags_path: categories/x, timezone"))
    head = HEAD.format("A").replace("---\n", "---\ncategories: [X/Y, x]\ntags: [y]\n", 1)
    (folder / "posts" / "a.md").write_text(head + "Text.")
    assert load(folder).categories["x"].path == "categories/x"


def test_two_posts_of_one_id_name_each_other(folder):
    for name in ("a", "b"):
        (folder / "posts" / f"{name}.md").write_text(
            f"---\ntitle: {name}\ndate: 2026-01-01\nid: urn:x\n---\n"
        )
    assert problems(folder) == [
        "b.md:4: the id `urn:x` is that of a.md as well; "
        "give each its own: feeds, comments and ticks know an article by it"
    ]


@pytest.mark.parametrize(
    "options", ["site_dir: posts", "site_dir: posts/site", "site_dir: .", "docs_dir: site/docs"]
)
def test_a_build_never_empties_what_the_author_wrote(folder, options):
    (folder / "posts" / "a.md").write_text(HEAD.format("A") + "Text.")
    if options.startswith("docs_dir"):
        (folder / "site").mkdir()
        (folder / "docs").rename(folder / "site" / "docs")
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text() + options + "\n")
    site = run_mkdocs(folder)
    assert site.code == 1
    assert "Traceback" not in site.said
    assert (folder / "posts" / "a.md").exists()


@pytest.mark.parametrize("epoch", ["abc", "99999999999999999"])
def test_a_moment_that_is_none_is_refused(folder, epoch):
    site = run_mkdocs(folder, SOURCE_DATE_EPOCH=epoch)
    assert site.code == 1
    assert "Traceback" not in site.said
    assert f"SOURCE_DATE_EPOCH `{epoch}` is no number of seconds" in site.said


def test_another_theme_is_refused(folder):
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text().replace("{name: material, font: false}", "{name: mkdocs}"))
    assert "mkdocs.yml:1: the theme is `mkdocs`; set `theme: {name: material}`" in run_mkdocs(folder).said


def test_a_misspelled_ending_is_pointed_out(folder):
    (folder / "posts" / "a.MD").write_text(HEAD.format("A"))
    assert problems(folder) == ["a.MD:1: the file's ending is not `.md`; rename it to end in `.md`"]


def test_the_other_ending_of_markdown_is_read(folder):
    (folder / "posts" / "a.markdown").write_text(HEAD.format("A") + "Text.")
    assert "articles/a/index.html" in run_mkdocs(folder).everything()


def test_front_matter_that_kills_a_parser_is_refused(folder):
    (folder / "posts" / "a.md").write_text("---\na: " + "[" * 60_000 + "\n---\n")
    assert problems(folder) == ["a.md:2: this YAML is nested too deeply; write fewer levels"]


def test_a_page_of_ones_own_may_stand_for_an_overview(folder):
    (folder / "docs" / "tags.md").write_text("# My own tags")
    (folder / "posts" / "a.md").write_text(HEAD.format("A") + "Text.")
    assert "My own tags" in run_mkdocs(folder).page("tags/index.html")


BIG = {
    "a list of 5,000 items": ("- Item of the list.\n" * 5_000, 1),
    "a title of 400 characters": ("# " + "long " * 80 + "\n\nText.", 1),
    "one line of 1 MB": ("word " * 200_000, 10),
    "50,000 short paragraphs": ("One.\n\n" * 50_000, 10),
    "10 MB of paragraphs": (f"{'The valve was closed at nine. ' * 18}\n\n" * 18_400, 20),
    "10,000 links": ("[a](b.md#c) " * 10_000, 10),
    "400 open brackets, fifty times": (("[" * 400 + "\n\n") * 50, 4),
    "20,000 open stars": ("*a " * 20_000, 4),
    "20,000 ticks": ("`" * 20_000 + " a " + "`" * 19_999, 4),
    "a table of 3,000 rows": ("| a | b |\n| - | - |\n" + "| 1 | 2 |\n" * 3_000, 4),
    "3,000 open tags": ("<div>" * 3_000, 4),
}


@pytest.mark.parametrize("name", BIG)
def test_a_big_article_is_built_in_proportion(folder, name):
    text, scale = BIG[name]
    (folder / "posts" / "big.md").write_text(HEAD.format("Big") + text)
    site = run_mkdocs(folder)
    assert site.code == 0, site.said[-500:]
    assert "Traceback" not in site.said
    assert site.seconds < LONGEST * scale
    assert "articles/big/index.html" in site.everything()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a quote 2,000 deep", ">" * 2_000 + " deep"),
        ("a list 500 deep", "".join(" " * 4 * n + "- a\n" for n in range(500))),
    ],
)
def test_what_is_nested_without_measure_is_shown_or_refused_without_a_traceback(folder, name, text):
    (folder / "posts" / "deep.md").write_text(HEAD.format("Deep") + text)
    site = run_mkdocs(folder)
    assert "Traceback" not in site.said
    assert site.code == 0 or "posts/deep.md:" in site.said


@pytest.mark.parametrize(
    "link", ["secret.markdown", "secret.md/", "./secret.md/.", "notes.mkd", "secret.md%2F"]
)
def test_a_link_never_publishes_a_file_of_markdown(folder, link):
    for name in ("secret.md", "secret.markdown", "notes.mkd"):
        slug = name.replace(".", "-")
        head = f"---\ntitle: Canary {slug}\nslug: {slug}\ndraft: true\n---\n"
        (folder / "posts" / name).write_text(head + "Canary.")
    (folder / "posts" / "a.md").write_text(HEAD.format("A") + f"[x]({link})")
    site = run_mkdocs(folder)
    assert site.code == 0, site.said
    assert [path for path, content in site.everything().items() if b"Canary" in content] == []


def test_a_cover_that_leads_out_of_the_posts_is_not_there(folder, tmp_path):
    (tmp_path / "secret.png").write_bytes(b"secret")
    (folder / "posts" / "a.png").symlink_to(tmp_path / "secret.png")
    (folder / "posts" / "a.md").write_text(HEAD.format("A").replace("date:", "cover: a.png\ndate:"))
    assert problems(folder)[0].startswith("a.md:3: the cover `a.png` is not there")


def test_a_wrong_part_of_a_date_is_one_problem(folder):
    (folder / "posts" / "a.md").write_text("---\ntitle: A\ndate:\n  created: soon\n---\n")
    assert [line.partition(";")[0] for line in problems(folder)] == ["a.md:4: `date.created` is no date"]
