"""What `byline check` says about links, anchors, images and near misses."""

import subprocess
import sys

import pytest

POST = "---\ntitle: {title}\ndate: 2026-01-0{day}\ncategories: [{category}]\n{more}---\n{text}\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "posts").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "about.md").write_text("# About")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nsite_url: https://x.example/\nplugins: [byline]\n")
    return tmp_path


def write(folder, name, text="Text.", title=None, category="One", more="", day=1):
    values = {"title": title or name, "category": category, "more": more, "text": text, "day": day}
    (folder / "posts" / f"{name}.md").write_text(POST.format(**values))


def check(folder):
    command = [sys.executable, "-c", "from byline.cli import main; main()", "check"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr.splitlines()


def test_good_links_pass(folder):
    write(
        folder,
        "one",
        "[two](two.md#part) [about](../about.md) [list](../articles/index.md) [out](https://a.example)",
    )
    write(folder, "two", "## Part\n\n![A thing](thing.png) [top](#part) [site](../articles/one/)")
    (folder / "posts" / "thing.png").write_bytes(b"x")
    assert check(folder) == (0, [])


def test_links_to_nothing_and_to_drafts_are_problems(folder):
    write(folder, "one", "[a](tow.md)\n\n![x](no.png)\n\n[b](../abuot.md)\n\n[c](later.md)")
    write(folder, "two")
    write(folder, "later", more="draft: true\n")
    assert check(folder) == (
        1,
        [
            "posts/one.md:6: `tow.md` leads to nothing; did you mean `two`? "
            "name a file by its path from this article",
            "posts/one.md:8: `no.png` leads to nothing; name a file by its path from this article",
            "posts/one.md:10: `../abuot.md` leads to nothing; name a file by its path from this article",
            "posts/one.md:12: `later.md` is not published yet; publish it, or take the link out",
        ],
    )


def test_missing_anchors_and_silent_images_are_warnings(folder):
    write(folder, "one", "[a](two.md#prat)\n\n![](thing.png)")
    write(folder, "two", "## Part")
    (folder / "posts" / "thing.png").write_bytes(b"x")
    code, said = check(folder)
    assert code == 0
    assert said == [
        "warning: posts/one.md:6: there is no heading `#prat` in two.md; name one that is there",
        "warning: posts/one.md:8: the image `thing.png` has no alternative text; "
        "say what it shows: `![Sales by year](…)`",
    ]


def test_near_misses_of_fields_and_categories_are_warnings(folder):
    for day, name in enumerate(("one", "two"), 1):
        write(folder, name, category="Selling", day=day)
    write(folder, "three", category="Seling", more="descripton: x\nlayout: post\n", day=3)
    code, said = check(folder)
    assert code == 0
    assert said == [
        "warning: posts/three.md:4: the category `Seling` is used 1 time(s); did you mean `Selling`?",
        "warning: posts/three.md:5: `descripton` is no field that is known here; did you mean `description`?",
    ]


def test_a_link_to_a_draft_is_dropped_to_a_warning_of_mkdocs_in_a_build_and_fails_a_strict_one(folder):
    write(folder, "one", "[c](later.md)")
    write(folder, "later", more="draft: true\n")
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text() + "theme: {name: material, font: false}\n")
    (folder / "docs" / "index.md").write_text("# Home")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert "posts/later.md" in done.stderr
    assert not (folder / "site").exists()


def test_pictures_from_elsewhere_are_warnings(folder):
    (folder / "posts" / "authors.yml").write_text(
        "authors:\n  ada: {name: Ada, avatar: 'https://pictures.example/ada.png'}\n"
    )
    write(folder, "one", more="cover: https://covers.example/a.png\nauthors: [ada]\n")
    code, said = check(folder)
    assert code == 0
    assert said == [
        "warning: posts/authors.yml:2: the avatar of `ada` is fetched from pictures.example by every reader; "
        "put the picture beside the posts",
        "warning: posts/one.md:5: the cover is fetched from covers.example by every reader; "
        "put the picture beside the posts",
    ]


def test_a_checklist_that_waits_for_review_is_pointed_out(folder):
    write(folder, "one", more="checklist: review\n")
    write(folder, "two", more="checklist: auto\n")
    write(folder, "later", more="draft: true\nchecklist: review\n")
    wanted = "the checklist waits for review; run `byline tips --write posts/{name}.md`, then read it over"
    assert check(folder) == (
        0,
        [
            f"warning: posts/later.md:6: {wanted.format(name='later')}",
            f"warning: posts/one.md:5: {wanted.format(name='one')}",
        ],
    )


def test_choices_that_cannot_be_followed_are_problems_with_all_others(folder):
    write(folder, "one", more="checklist:\n  skip: [0123456789]\n  titel: x\n")
    write(folder, "two", more="authors: [nobody]\n")
    code, said = check(folder)
    assert code == 1
    assert [line.partition("; ")[0] for line in said] == [
        "posts/one.md:6: the tip `0123456789` is no longer in the article",
        "posts/one.md:7: `checklist` has an unknown key `titel`",
        "posts/two.md:5: there is no author `nobody`",
    ]


def test_a_mark_at_nothing_is_a_warning(folder):
    write(folder, "one", "A log.\n\n<!-- tip -->")
    assert check(folder) == (
        0,
        [
            "warning: posts/one.md:8: `<!-- tip -->` stands behind no sentence; "
            "put it directly behind the sentence, on the same line"
        ],
    )


def test_a_mark_behind_a_heading_leaves_its_anchor(folder):
    write(folder, "one", "## The log <!-- tip -->\n\nSee [it](#the-log).")
    assert check(folder) == (0, [])


def test_an_id_that_is_the_slug_of_an_article_without_one_is_a_problem(folder):
    write(folder, "one", more="id: two\n")
    write(folder, "two")
    write(folder, "three", more="id: three\n")
    code, said = check(folder)
    assert code == 1
    assert [line.partition("; ")[0] for line in said] == [
        "posts/one.md:5: the id `two` is that of two.md as well"
    ]
