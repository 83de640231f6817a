"""Blocks stand where they say, and what is no running text is left out."""

from byline.checklists.blocks import Block
from byline.checklists.head import read_head
from byline.checklists.markdown import read_markdown
from byline.checklists.plain import read_plain


def said(text: str, blocks: list[Block]) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in blocks]


def test_headings_of_both_kinds_keep_their_level_and_lose_their_signs() -> None:
    text = "# One #\n\nTwo\n---\n\n### Three {#three}\n"
    blocks = read_markdown(text)
    assert said(text, blocks) == [("heading", "One"), ("heading", "Two"), ("heading", "Three")]
    assert [block.level for block in blocks] == [1, 2, 3]


def test_items_carry_their_list_and_their_depth() -> None:
    text = "Intro:\n\n- a\n    1. b\n    2. c\n- d\n\nBreak.\n\n* e\n"
    items = [block for block in read_markdown(text) if block.kind == "item"]
    assert [text[item.start : item.end] for item in items] == ["a", "b", "c", "d", "e"]
    assert [item.level for item in items] == [1, 2, 2, 1, 1]
    assert [item.ordered for item in items] == [False, True, True, False, False]
    assert items[0].list == items[3].list != items[4].list


def test_a_paragraph_in_an_item_belongs_to_its_depth() -> None:
    text = "- first\n\n  more of it\n\n- second\n"
    assert [(block.kind, block.level) for block in read_markdown(text)] == [
        ("item", 1),
        ("paragraph", 1),
        ("item", 1),
    ]


def test_wrapped_lines_stay_one_paragraph_and_one_item() -> None:
    text = "one\ntwo\n\n- three\n  four\n"
    assert said(text, read_markdown(text)) == [("paragraph", "one\ntwo"), ("item", "three\n  four")]


def test_code_tables_html_and_definitions_are_left_out() -> None:
    text = (
        "before\n\n```\n- fenced\n```\n\n    indented\n\n<div>\nhtml\n</div>\n\n<!-- a\n\nb -->\n\n"
        "| a | b |\n|---|---|\n| c | d |\n\n[ref]: https://example.org\n\n***\n\nafter\n"
    )
    assert said(text, read_markdown(text)) == [("paragraph", "before"), ("paragraph", "after")]


def test_code_marks_the_block_before_it() -> None:
    assert [block.before_code for block in read_markdown("a\n\n```\nx\n```\n\nb\n")] == [True, False]


def test_admonitions_and_quotes_are_content() -> None:
    text = '!!! tip "Title"\n    Inside.\n\n> Quoted\n> twice.\n\nOutside.\n'
    blocks = read_markdown(text)
    assert said(text, blocks) == [
        ("paragraph", "Inside."),
        ("paragraph", "Quoted\n> twice."),
        ("paragraph", "Outside."),
    ]
    assert [(block.note, block.quoted) for block in blocks] == [("tip", False), ("", True), ("", False)]


def test_lines_are_counted_from_the_top_of_the_file() -> None:
    text = "---\r\ntitle: A\r\n---\r\n\r\n# B\r\n\r\n- c\r\n"
    head = read_head(text)
    assert head.title == "A"
    assert [block.line for block in read_markdown(text, head.body_start)] == [5, 7]


def test_titles_are_read_from_yaml_toml_and_broken_front_matter() -> None:
    assert read_head('---\ntitle: "A: b"\n---\nText').title == "A: b"
    assert read_head('+++\ntitle = "C"\n+++\nText').title == "C"
    assert read_head('+++\ntitle = "C"\n+++\nText').body_start == 20
    assert read_head("+++\ntitle = \n+++\nText").title == ""
    assert read_head("---\nx: [\ntitle: D: e\n---\nText").title == "D: e"
    assert read_head("No head").title == ""


def test_in_plain_text_every_line_is_a_paragraph() -> None:
    text = "First one, with a comma.\nSecond one. So:\n• bullet\n2) number\n1999 was a year.\n"
    assert said(text, read_plain(text)) == [
        ("paragraph", "First one, with a comma."),
        ("paragraph", "Second one. So:"),
        ("item", "bullet"),
        ("item", "number"),
        ("paragraph", "1999 was a year."),
    ]


def test_plain_text_of_a_fixed_width_is_joined_to_paragraphs_and_items() -> None:
    text = (
        "Doors and keys\n\n"
        "The house has eleven doors, and nobody knew which of the keys opened\n"
        "which of them until a guest wrote the numbers down on a small sheet\n"
        "of paper.\n"
        "Write the number of every door on its key before you give it out to\n"
        "a guest, and keep the sheet.\n\n"
        "- Ask every guest for the key on the day before they leave, and not\n"
        "  on the day itself.\n"
        "- Count the keys.\n"
    )
    for end in ("\n", "\r\n"):
        stored = text.replace("\n", end)
        blocks = read_plain(stored)
        starts = [(block.kind, stored[block.start : block.end].split(maxsplit=2)[:2]) for block in blocks]
        assert starts == [
            ("heading", ["Doors", "and"]),
            ("paragraph", ["The", "house"]),
            ("paragraph", ["Write", "the"]),
            ("item", ["Ask", "every"]),
            ("item", ["Count", "the"]),
        ]
        assert [block.line for block in blocks] == [1, 3, 6, 9, 11]
        assert stored[blocks[3].start : blocks[3].end].endswith("on the day itself.")


def test_short_paragraphs_of_one_line_are_not_joined() -> None:
    line = "Write the number of every door on its own key before you go."
    assert len(read_plain(f"{line}\n" * 6)) == 6
    assert len(read_plain("Nobody knew which of the keys opened which of the old doors\nDoors.\n")) == 2


def test_the_rest_of_a_pasted_page_is_cut_off_its_end_only() -> None:
    glued = "They left a reply there.\nGo home early.Leave a Reply\n3 thoughts on “Home”\nShare this:\n"
    assert said(glued, read_plain(glued)) == [
        ("paragraph", "They left a reply there."),
        ("paragraph", "Go home early."),
    ]
    inside = "You may leave a reply"
    assert said(inside, read_plain(inside)) == [("paragraph", inside)]


def test_blocks_are_the_same_whatever_ends_the_lines() -> None:
    text = (
        "One.\n\n- a\n- b\n\n- c\n\n\nTwo\nlines.\n\n```\ncode\n\nmore\n```\nThree.\n\n<div>\nx\n\nFour.\n\n"
        "!!! tip\n    Five.\n\n# Six\nSeven.\n   \nEight.\n\n    code\n\nNine."
    )
    blocks = read_markdown(text)
    words = "One. a b c Two Three. Four. Five. Six Seven. Eight. Nine.".split()
    assert [source.split()[0] for _, source in said(text, blocks)] == words
    for end in ("\r\n", "\r"):
        stored = text.replace("\n", end)
        others = read_markdown(stored)
        assert [block._replace(start=0, end=0) for block in others] == [
            block._replace(start=0, end=0) for block in blocks
        ]
        assert [source.split() for _, source in said(stored, others)] == [
            source.split() for _, source in said(text, blocks)
        ]


def test_html_is_left_out_up_to_an_empty_line_whatever_it_says() -> None:
    for name in ("note", "blank"):
        text = f'<div class="{name}">\nin it\n</div>\n\nbehind it\n'
        assert said(text, read_markdown(text)) == [("paragraph", "behind it")]
