"""`byline tips` prints what outside checks rely on, and no traceback."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from byline.cli.tips import tips

CASES = Path(__file__).parent / "cases"
LIST = CASES / "imperative-list.md"
KEYS = {"start", "end", "line", "kind", "text", "confidence", "rules", "id"}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(tips, [str(argument) for argument in arguments])


def test_json_holds_one_object_per_file_in_the_order_given() -> None:
    result = run("--json", CASES / "story.md", LIST, CASES / "pasted-mail.txt")
    printed = json.loads(result.stdout)
    assert result.exit_code == 0
    assert [Path(entry["file"]).name for entry in printed] == ["story.md", LIST.name, "pasted-mail.txt"]
    assert [len(entry["items"]) for entry in printed] == [0, 4, 5]
    assert all(set(item) == KEYS for entry in printed for item in entry["items"])
    assert all(set(entry) == {"file", "items"} for entry in printed)
    text = LIST.read_bytes().decode("utf-8")
    assert all(text[item["start"] : item["end"]].startswith(item["text"]) for item in printed[1]["items"])


def test_explain_adds_what_was_turned_down_and_why() -> None:
    printed = json.loads(run("--json", "--explain", CASES / "heading-and-summary.md").stdout)
    assert set(printed[0]) == {"file", "items", "rejected"}
    assert all(rejected["reasons"] for rejected in printed[0]["rejected"])


def test_readable_lines_show_line_kind_confidence_id_words_and_reasons() -> None:
    result = run("--explain", LIST)
    assert f"{LIST}: 4 items" in result.stdout
    assert re.search(r"^    8  list       (?:0\.\d\d|1\.00)  ", result.stdout, re.MULTILINE)
    assert "Write the open jobs on one page  (imperative" in result.stdout
    items = json.loads(run("--json", LIST).stdout)[0]["items"]
    assert all(f"  {item['id']}  {item['text']}  (" in result.stdout for item in items)
    assert "turned down: " in result.stdout
    assert "no checklist" in run(CASES / "story.md").stdout


def test_a_long_checklist_is_hinted_at(tmp_path: Path) -> None:
    article = tmp_path / "long.markdown"
    tools = "saw file plane drill vice chisel mallet square gauge clamp".split()
    lines = "".join(f"- Put the {tool} back where you found it on {tool} day.\n" for tool in tools)
    article.write_text("# Tips\n\nWhat you should do:\n\n" + lines, encoding="utf-8")
    assert "Over 9 items" in run(article).stdout


@pytest.mark.parametrize("as_json", [True, False])
def test_files_that_cannot_be_read_are_named_with_a_mend(tmp_path: Path, as_json: bool) -> None:
    latin = tmp_path / "latin.md"
    latin.write_bytes(b"# A\n\ncaf\xe9\n")
    missing = tmp_path / "missing.md"
    result = run(*["--json"] * as_json, latin, missing, tmp_path)
    assert result.exit_code == 1
    assert result.exception is None or isinstance(result.exception, SystemExit)
    lines = result.stderr.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith(f"{latin}:3: ")
    assert lines[1] == f"{missing}:1: there is no such file; check the name"
    assert lines[2].startswith(f"{tmp_path}:1: this is a folder; ")


def test_no_file_is_wrong_usage() -> None:
    assert run("--json").exit_code == 2


@pytest.mark.parametrize("switch", ["checklist: false", "checklist: off  # not here", "checklist: FALSE"])
def test_an_article_that_switches_its_checklist_off_has_no_items(tmp_path: Path, switch: str) -> None:
    article = tmp_path / "off.md"
    text = LIST.read_text(encoding="utf-8")
    article.write_text(f"---\n{switch}\n---\n{text}", encoding="utf-8")
    assert run(article).stdout == f"{article}: no checklist (`checklist: false`)\n"
    printed = json.loads(run("--json", article).stdout)
    assert printed == [{"file": str(article), "items": []}]
    article.write_text(f"---\nchecklist: true\n---\nchecklist: false\n\n{text}", encoding="utf-8")
    assert len(json.loads(run("--json", article).stdout)[0]["items"]) == 4


@pytest.mark.parametrize("ending", ["docx", "html", "htm", "pdf", "rtf", "odt", "DOC"])
def test_files_of_other_kinds_are_refused(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"article.{ending}"
    file.write_bytes(b"# Tips\n")
    result = run("--json", LIST, file)
    assert (result.exit_code, result.stdout) == (1, "")
    wanted = f"{file}:1: .{ending.lower()} files cannot be read; save its text as .md or .txt\n"
    assert result.stderr == wanted


def test_any_other_text_is_read_as_markdown(tmp_path: Path) -> None:
    for name in ("article", "article.mdx", "ARTICLE.MARKDOWN"):
        file = tmp_path / name
        file.write_bytes(LIST.read_bytes())
        assert len(json.loads(run("--json", file).stdout)[0]["items"]) == 4
    file = tmp_path / "article.bin"
    file.write_bytes(b"a\0b")
    assert run(file).stderr == f"{file}:1: this is no text file; save its text as .md or .txt\n"
