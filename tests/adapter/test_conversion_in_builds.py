"""Articles that are converted once and kept: sites and logs are those of builds that keep nothing."""

import re

import pytest

from conftest import run_mkdocs

POST = """---
title: Number {number}
date: 2026-01-{day:02}
---
Words of {number} with a note.

## Under *way*

- [before]({before}.md#under-way), [nowhere](nowhere{number}.md), [no anchor](0.md#none)
- Write the {number} down
- Take the {number} home
"""


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """A site of so many articles that all processes share them, with links that lead nowhere."""
    folder = tmp_path_factory.mktemp("many")
    (folder / "docs").mkdir()
    (folder / "posts").mkdir()
    (folder / "docs/index.md").write_text("# Home\n\n[gone](gone.md) and [first](../posts/0.md#nothing)\n")
    (folder / "mkdocs.yml").write_text(
        "site_name: Many\nsite_url: https://example.org/\ntheme: {name: material, font: false}\n"
        "validation: {anchors: warn}\nplugins: [byline]\n"
        "markdown_extensions: [attr_list, pymdownx.snippets]\nhooks: []\n"
    )
    for number in range(40):
        text = POST.format(number=number, day=number % 28 + 1, before=max(number - 1, 0))
        (folder / f"posts/{number}.md").write_text(text)
    return folder


def build(folder, **variables):
    """Return all that a build writes, and what it says but for how long it took."""
    built = run_mkdocs(folder, **variables)
    assert built.code == 0, built.said
    files = built.everything()
    return {name: data for name, data in files.items() if not name.endswith(".gz")}, re.sub(
        r"built in [\d.]+ seconds", "built", built.said
    )


def edited(folder, file, old, new):
    text = (folder / file).read_text()
    assert old in text
    (folder / file).write_text(text.replace(old, new))


def clean(folder):
    """Build without anything from before and with one process, and put everything back."""
    edited(folder, "mkdocs.yml", "[byline]", "[byline: {cache: false}]")
    try:
        return build(folder, BYLINE_PROCESSES="1")
    finally:
        edited(folder, "mkdocs.yml", "[byline: {cache: false}]", "[byline]")


def test_what_is_kept_or_shared_out_changes_neither_the_site_nor_the_log(many):
    expected = clean(many)
    assert "nowhere39.md" in expected[1]
    assert "does not contain an anchor '#none'" in expected[1]
    assert build(many, BYLINE_PROCESSES="2") == expected
    assert build(many, BYLINE_PROCESSES="2") == expected


def test_a_process_that_is_killed_while_it_converts_changes_neither_the_site_nor_the_log(many):
    expected = clean(many)
    (many / "killing.py").write_text(
        "import os, pathlib, signal\nfrom byline.adapter.conversion.parser import Parser\n\n"
        "mine, convert = os.getpid(), Parser.convert\n\n\n"
        "def until_the_third(self, text, file, files, config):\n"
        "    if os.getpid() != mine and file.src_uri not in ('posts/0.md', 'posts/1.md'):\n"
        "        pathlib.Path('killed').touch()\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return convert(self, text, file, files, config)\n\n\n"
        "Parser.convert = until_the_third\n"
    )
    edited(many, "mkdocs.yml", "hooks: []", "hooks: [killing.py]")
    edited(many, "mkdocs.yml", "[byline]", "[byline: {cache: false}]")
    assert build(many, BYLINE_PROCESSES="2") == expected
    assert (many / "killed").exists()
    edited(many, "mkdocs.yml", "[byline: {cache: false}]", "[byline]")
    edited(many, "mkdocs.yml", "hooks: [killing.py]", "hooks: []")


def test_a_link_is_resolved_again_though_its_article_did_not_change(many):
    edited(many, "posts/5.md", "title: Number 5", "title: Number 5\nslug: five")
    (many / "posts/nowhere7.md").write_text(POST.format(number="n7", day=3, before=0))
    files, said = build(many)
    assert b'href="../five/#under-way"' in files["articles/number-6/index.html"]
    assert "'nowhere7.md'" not in said
    assert (files, said) == clean(many)


def test_other_settings_are_other_articles(many):
    edited(many, "mkdocs.yml", "attr_list,", "attr_list, toc: {permalink: true},")
    built = build(many)
    assert b"headerlink" in built[0]["articles/number-6/index.html"]
    assert built == clean(many)


def test_a_file_in_a_text_is_read_at_each_build(many):
    edited(many, "posts/9.md", "Words of 9", '--8<-- "piece.txt"\n\nWords of 9')
    for piece in ("first", "second"):
        (many / "piece.txt").write_text(f"The {piece} piece.\n")
        assert f"The {piece} piece.".encode() in build(many)[0]["articles/number-9/index.html"]


def test_what_another_plugin_makes_of_the_text_is_converted(many):
    (many / "hook.py").write_text(
        "def on_page_markdown(markdown, page, config, files):\n"
        "    return markdown.replace('home', 'home *at last*')\n"
    )
    edited(many, "mkdocs.yml", "hooks: []", "hooks: [hook.py]")
    expected = clean(many)
    assert b"home <em>at last</em>" in expected[0]["articles/number-6/index.html"]
    assert build(many, BYLINE_PROCESSES="2") == expected
    edited(many, "mkdocs.yml", "hooks: [hook.py]", "hooks: []")


def test_an_unknown_extension_is_named_and_works_as_without_byline(many):
    (many / "counting.py").write_text(
        "from markdown import Extension\nfrom markdown.postprocessors import Postprocessor\n\n\n"
        "class Count(Postprocessor):\n    def run(self, text):\n"
        "        self.md.count = getattr(self.md, 'count', 0) + 1\n"
        "        return text + f'<p>run {self.md.count}</p>'\n\n\n"
        "class Counting(Extension):\n    def extendMarkdown(self, md):\n"
        "        md.postprocessors.register(Count(md), 'count', 1)\n\n\n"
        "def on_config(config):\n    config.markdown_extensions.append(Counting())\n"
    )
    edited(many, "mkdocs.yml", "hooks: []", "hooks: [counting.py]")
    files, said = build(many)
    assert said.count("nothing is known of the Markdown extension") == 1
    articles = [files[f"articles/number-{number}/index.html"] for number in range(6, 9)]
    runs = {tuple(re.findall(rb"<p>run (\d+)</p>", article)) for article in articles}
    assert len(runs) == 1
    assert runs.pop()
    edited(many, "mkdocs.yml", "hooks: [counting.py]", "hooks: []")


def test_an_article_that_cannot_be_converted_is_named_though_others_share_its_batch(many):
    deep = "".join(" " * 4 * level + "- a\n" for level in range(500))
    edited(many, "posts/30.md", "Words of 30", deep + "Words of 30")
    built = run_mkdocs(many, BYLINE_PROCESSES="2")
    assert built.code == 1
    assert "30.md:5: this article cannot be converted (RecursionError" in built.said
    edited(many, "posts/30.md", deep, "")
