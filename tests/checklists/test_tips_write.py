"""`byline tips --write` puts the items into the front matter for review, and changes nothing else."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import byline.cli.tips_writing as writing
from byline.checklists import Checklist, Drawing, Item, Unmet, draw
from byline.cli.tips import tips
from byline.documents import parse_yaml, split_front_matter

CASES = Path(__file__).parent / "cases"
LIST = (CASES / "imperative-list.md").read_bytes().decode("utf-8")
STORY = (CASES / "story.md").read_bytes().decode("utf-8")
BODY = LIST[split_front_matter(LIST).body_start :]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(tips, [str(argument) for argument in arguments])


@pytest.fixture
def write(tmp_path: Path):
    def article(text: str, name: str = "post.md") -> Path:
        file = tmp_path / name
        file.write_bytes(text.encode("utf-8"))
        return file

    return article


def checklist_in(file: Path) -> dict:
    head = split_front_matter(file.read_bytes().decode("utf-8"))
    return parse_yaml(head.yaml, file, first_line=head.yaml_line).values["checklist"]


@pytest.mark.parametrize("head", ["", "title: x\n", "checklist: auto  # mine\n", "checklist: review\n"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_items_are_written_once_and_a_second_run_changes_nothing(write, head, newline):
    file = write((f"---\n{head}---\n{BODY}" if head else BODY).replace("\n", newline))
    drawn = draw(BODY).checklist.items
    first = run("--write", file)
    assert (first.exit_code, first.stderr) == (0, "")
    assert first.stdout == f"{file}: {len(drawn)} items written to the front matter; read them over\n"
    assert checklist_in(file)["items"] == [{"id": item.id, "text": item.text} for item in drawn]
    text = file.read_bytes()
    assert text.endswith(BODY.replace("\n", newline).encode("utf-8"))
    second = run("--write", file)
    assert (
        second.stdout == f"{file}: its front matter holds the {len(drawn)} items already: nothing written\n"
    )
    assert file.read_bytes() == text


def test_what_an_author_decided_is_in_the_list_that_replaces_it(write, monkeypatch):
    items = (
        Item(0, 0, 3, "own", "Sleep: well", 1.0, (), "aa"),
        Item(0, 0, 4, "own", "Rest", 1.0, (), "ab", aliases=("dd",)),
        Item(0, 9, 8, "list", "Ask\u00a0 first", 0.9, (), "12e4567890", aliases=("bb", "cc-2")),
    )
    monkeypatch.setattr("byline.cli.tips.draw", lambda text: Drawing(Checklist(items)))
    file = write(f"---\nchecklist:\n  add: [Sleep]\n  title: Before  # mine\n  skip: [aa]\n---\n{BODY}")
    assert run("--write", file).exit_code == 0
    written = """
checklist:
  items:
    - "Sleep: well"
    - text: Rest
      was: [dd]
    - id: "12e4567890"
      text: Ask first
      was: [bb, cc-2]
  title: Before  # mine
"""
    assert file.read_bytes().decode("utf-8") == f"---{written}---\n{BODY}"


@pytest.mark.parametrize(
    "choices",
    [
        "{skip: [ID1]}",
        "{title: Before, order: [ID3, ID0], reword: {ID2: 'Ask: first'}, add: [Sleep on it, 'No: never']}",
        "{items: [{id: ID2, was: [bb]}, Mine, {text: Own, was: cc}, {id: ID0, text: 'Write # it'}]}",
    ],
)
def test_readers_are_shown_the_same_before_and_after(write, choices):
    for number, item in enumerate(draw(BODY).checklist.items):
        choices = choices.replace(f"ID{number}", item.id)
    text = f"---\ntitle: x\nchecklist: {choices}\n---\n{BODY}"
    file = write(text)
    before = draw(text)
    assert run("--write", file).exit_code == 0
    written = file.read_bytes().decode("utf-8")
    after = draw(written)
    assert before.unmet == after.unmet == ()
    assert written != text
    assert after.checklist.heading == before.checklist.heading
    assert [(item.id, item.text, item.aliases) for item in after.checklist.items] == [
        (item.id, item.text, item.aliases) for item in before.checklist.items
    ]
    assert run("--write", file).stdout.endswith("already: nothing written\n")


@pytest.mark.parametrize(
    "value", ["maybe", "[a]", "5", "{skip: [0000000000]}", "{items: [{id: aa, text: Gone}]}"]
)
def test_a_choice_that_says_nothing_known_is_not_written_over_either(write, value):
    text = f"---\nchecklist: {value}\n---\n{BODY}"
    file = write(text)
    result = run("--write", file)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"{file}:2: ")
    assert file.read_bytes().decode("utf-8") == text


@pytest.mark.parametrize("warning", [True, False])
def test_a_choice_that_cannot_be_followed_is_not_written_over(write, monkeypatch, warning):
    unmet = (Unmet(4, "`aa` is gone", "take it out", warning=warning),)
    monkeypatch.setattr("byline.cli.tips.draw", lambda text: Drawing(draw(BODY).checklist, unmet=unmet))
    text = f"---\ntitle: x\nchecklist:\n  skip: [aa]\n---\n{BODY}"
    file = write(text)
    assert run("--write", file).stderr == f"{file}:4: `aa` is gone; take it out\n"
    assert file.read_bytes().decode("utf-8") == text


def test_what_waits_for_its_review_is_shown_and_written(write, monkeypatch):
    drawn = draw(BODY).checklist.items
    monkeypatch.setattr(
        "byline.cli.tips.draw", lambda *_, **__: Drawing(Checklist(), drawn=drawn, awaits_review=True)
    )
    file = write(f"---\nchecklist: review\n---\n{BODY}")
    shown = run(file).stdout
    assert shown.startswith(f"{file}: not shown yet (`checklist: review`): {len(drawn)} items\n")
    assert drawn[0].id in shown
    assert run("--write", file).exit_code == 0
    assert len(checklist_in(file)["items"]) == len(drawn)


def test_an_article_without_tips_stays_as_it_is(write):
    file = write(STORY)
    result = run("--write", file)
    assert (result.exit_code, result.stdout) == (0, f"{file}: no checklist: nothing written\n")
    assert file.read_bytes().decode("utf-8") == STORY


@pytest.mark.parametrize(
    ("name", "text", "line", "wrong"),
    [
        ("a.txt", BODY, 1, "plain text has no front matter; make an article of it with `byline import`"),
        ("a.md", f"---\ntitle: x\nchecklist: no\n---\n{BODY}", 3, "`checklist: false` asks for none; remove"),
        ("a.md", f"+++\ntitle = 'x'\n+++\n{BODY}", 1, "this front matter is TOML"),
        ("a.md", f"---\ntitle: x: y\n---\n{BODY}", 2, "this YAML cannot be read"),
    ],
)
def test_nothing_is_written_into_any_file_when_one_cannot_be(write, name, text, line, wrong):
    good = write(BODY, "good.md")
    bad = write(text, name)
    result = run("--write", good, bad)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"{bad}:{line}: {wrong}")
    assert good.read_bytes().decode("utf-8") == BODY
    assert bad.read_bytes().decode("utf-8") == text


def test_what_is_no_ordinary_file_is_refused_and_never_waited_for(write, tmp_path):
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    result = run("--write", pipe, tmp_path, tmp_path / "missing.md")
    assert result.exit_code == 1
    assert [line.split(";")[0] for line in result.stderr.splitlines()] == [
        f"{pipe}:1: this is no ordinary file",
        f"{tmp_path}:1: this is a folder",
        f"{tmp_path / 'missing.md'}:1: there is no such file",
    ]


def test_a_file_that_may_not_be_written_is_refused(write, monkeypatch):
    file = write(BODY)
    monkeypatch.setattr(writing.os, "access", lambda path, mode: mode != os.W_OK)
    assert run("--write", file).stderr.startswith(f"{file}:1: the file is read-only; ")
    assert file.read_bytes().decode("utf-8") == BODY


def test_when_the_system_gives_up_halfway_every_file_holds_its_old_text(write, tmp_path, monkeypatch):
    files = [write(BODY, f"{number}.md") for number in range(3)]
    replace = Path.replace

    def refuse_the_last(self: Path, target: Path) -> Path:
        if target.name == "2.md":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse_the_last)
    result = run("--write", *files)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"{files[2]}:1: the file cannot be written (No space left on device); ")
    assert [file.read_bytes().decode("utf-8") for file in files] == [BODY] * 3
    assert sorted(tmp_path.iterdir()) == files


def test_a_file_that_changed_meanwhile_keeps_the_change(write, monkeypatch):
    file = write(BODY)

    def change(text: str) -> Drawing:
        file.write_text("Mine", encoding="utf-8")
        return draw(text)

    monkeypatch.setattr("byline.cli.tips.draw", change)
    assert "was changed by someone else just now; run this again" in run("--write", file).stderr
    assert file.read_text(encoding="utf-8") == "Mine"


def test_rights_and_links_stay_and_a_file_named_twice_is_written_once(write, tmp_path):
    file = write(BODY)
    file.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(file)
    result = run("--write", link, file)
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 2
    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o640
    assert len(checklist_in(file)["items"]) == len(draw(BODY).checklist.items)
    assert sorted(tmp_path.iterdir()) == [link, file]


@pytest.mark.parametrize("other", ["--json", "--explain"])
def test_write_goes_with_no_other_output(write, other):
    file = write(BODY)
    result = run("--write", other, file)
    assert result.exit_code == 2
    assert "`--write` goes neither with" in result.stderr
    assert file.read_bytes().decode("utf-8") == BODY
