import pytest

from byline.importers.lists import spell_markdown


def spell(text: str) -> str:
    return spell_markdown(text.splitlines())


@pytest.mark.parametrize("sign", ["- ", "* ", "• ", "•", "– ", "– "])
def test_every_bullet_becomes_a_markdown_bullet(sign: str) -> None:
    assert spell(f"Bring:\n{sign}rope\n{sign}lamp\nGo.") == "Bring:\n\n- rope\n- lamp\n\nGo."


@pytest.mark.parametrize("signs", [("1. ", "2. "), ("1) ", "2) "), ("a) ", "b) "), ("A) ", "B) ")])
def test_counted_items_become_a_numbered_list(signs: tuple[str, str]) -> None:
    assert spell(f"{signs[0]}rope\n{signs[1]}lamp") == "1. rope\n2. lamp"


@pytest.mark.parametrize("line", ["1984. We moved.", "42. That was all.", "1. Only one.", "– Somebody, 1920"])
def test_a_lone_number_or_dash_is_text(line: str) -> None:
    assert not spell(f"Before.\n{line}\nAfter.").replace("\\", "").startswith("1. ")
    assert "\n- " not in spell(f"Before.\n{line}\nAfter.")
    assert spell(f"Before.\n{line}\nAfter.").replace("\\", "") == f"Before.\n\n{line}\n\nAfter."


def test_numbers_with_text_between_them_keep_their_numbers() -> None:
    assert (
        spell("1. Rope\nIt holds.\n2. Lamp\nIt shines.")
        == "1\\. Rope\n\nIt holds.\n\n2\\. Lamp\n\nIt shines."
    )


def test_deeper_items_go_four_columns_in() -> None:
    assert spell("- rope\n  - red\n  - blue\n- lamp") == "- rope\n    - red\n    - blue\n- lamp"


def test_neighbouring_lists_stay_apart() -> None:
    assert spell("- rope\n1. lamp\n2. map") == "- rope\n\n<!-- -->\n\n1. lamp\n2. map"
    assert spell("1. a\n2. b\n1. c\n2. d") == "1. a\n2. b\n\n<!-- -->\n\n1. c\n2. d"


def test_a_drawn_line_parts_the_text() -> None:
    assert spell("One\n* * *\nTwo") == "One\n\n---\n\nTwo"


def test_a_number_glued_to_its_item_counts_in_a_run() -> None:
    assert spell("1.Rope\n2.Lamp\n3.Map") == "1. Rope\n2. Lamp\n3. Map"
    assert spell("1)Rope\n2)Lamp") == "1. Rope\n2. Lamp"


@pytest.mark.parametrize("line", ["1.Rope alone", "2.Lamp", "3.14 is a number", "1.5 ropes", "o brave lamp"])
def test_other_glued_numbers_and_letters_are_text(line: str) -> None:
    assert spell(f"Before.\n{line}\nAfter.") == f"Before.\n\n{line}\n\nAfter."


def test_the_signs_of_word_processors_go_a_level_deeper_each() -> None:
    assert (
        spell("•\tRope\no\tred\n▪\twith a knot\no\tblue\n•\tLamp")
        == "- Rope\n    - red\n        - with a knot\n    - blue\n- Lamp"
    )


def test_a_long_run_is_one_list() -> None:
    lines = [f"{number}){' ' * (number % 2)}x" for number in range(1, 13)]
    assert spell("\n".join(lines)) == "\n".join(f"{number}. x" for number in range(1, 13))
