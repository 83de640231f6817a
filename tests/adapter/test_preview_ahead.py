"""The preview while a whole build is due: the pages of saved articles are shown before it."""

import re
import time

import pytest

from serving import differing, free_port, fresh_files, serving

PLAIN = "2026-02-01-plain.md"


@pytest.fixture
def patient(copy_site):
    """Yield a preview whose whole builds wait for the file `go`, and fail where there is a file `fail`."""
    folder = copy_site("full")
    (folder / "go").touch()
    (folder / "hook.py").write_text(
        "import pathlib, time\n\ndef on_pre_build(config):\n"
        "    folder = pathlib.Path(config.config_file_path).parent\n"
        "    while not (folder / 'go').exists():\n        time.sleep(0.05)\n"
        "    assert not (folder / 'fail').exists(), 'the hook failed'\n"
    )
    with (folder / "mkdocs.yml").open("a") as configuration:
        configuration.write("hooks: [hook.py]\n")
    with serving(folder, free_port()) as running:
        (folder / "go").unlink()
        yield running
        (folder / "go").touch()


@pytest.mark.parametrize(
    ("old", "new", "address"),
    [
        ("title: Plain", "title: A newer title\nslug: plain", "articles/plain/"),
        ("categories: [C#]", "categories: [Newest of all]", "articles/plain/"),
        ("title: Plain", "title: A newer title\nslug: elsewhere", "articles/elsewhere/"),
    ],
)
def test_the_page_of_a_saved_article_is_shown_before_the_whole_site_is_built(patient, old, new, address):
    post = patient.folder / "posts" / PLAIN
    post.write_text(post.read_text().replace(old, new, 1))
    page = patient.wait_for(address, "ewe")
    assert "ewe" not in patient.page("articles/")
    (patient.folder / "go").touch()
    patient.wait_for("articles/", "ewe")
    assert re.sub(r"livereload\(.*?\)", "", patient.page(address)) == re.sub(r"livereload\(.*?\)", "", page)


def test_a_page_shown_early_goes_back_when_the_whole_build_fails(patient):
    posts = patient.folder / "posts"
    good = (posts / PLAIN).read_text()
    (patient.folder / "fail").touch()
    (posts / PLAIN).write_text(good.replace("title: Plain", "title: A newer title\nslug: plain"))
    (posts / "new.md").write_text(good.replace("title: Plain", "title: A newer article"))
    patient.wait_for("articles/plain/", "A newer title")
    (patient.folder / "go").touch()
    patient.wait_for("articles/plain/", "the hook failed", without="A newer title")
    assert "A newer article" not in patient.page("articles/a-newer-article/")
    (patient.folder / "fail").unlink()
    (posts / PLAIN).write_text(good.replace("title: Plain", "title: A mended title\nslug: plain"))
    patient.wait_for("articles/", "A mended title", "A newer article", without="byline-problems")


def test_new_heads_and_new_articles_end_in_what_a_fresh_preview_makes(copy_site):
    folder, port = copy_site("checklists"), free_port()
    posts = folder / "posts"
    with serving(folder, port) as preview:
        packing = (posts / "packing.md").read_text()
        (posts / "packing.md").write_text(re.sub(r"(?m)^title: .*", "title: Newly packed", packing))
        letters = (posts / "letters.md").read_text()
        (posts / "letters.md").write_text(letters.replace("\n---\n", "\ntags: [New]\n---\n", 1))
        preview.wait_for("articles/", "Newly packed")
        again = re.sub(r"(?m)^(slug|id): .*\n", "", packing)
        (posts / "again.md").write_text(re.sub(r"(?m)^title: .*", "title: Packed again", again))
        preview.wait_for("articles/", "Packed again")
        time.sleep(1)
        preview.settle()
        made = preview.files
    assert not differing(made, fresh_files(folder, port))
