"""Tips are worded with the author's words, and only cut where a reason begins."""

import pytest

from byline.checklists.languages import load_language
from byline.checklists.mood import find_mood
from byline.checklists.wording import word_tip

ENGLISH = load_language("en")


@pytest.mark.parametrize(
    ("sentence", "text", "detail"),
    [
        ("You should always check the oil.", "Always check the oil", ""),
        ("If it rains, you should cover the wood.", "If it rains, cover the wood", ""),
        ("You should not lift it alone.", "You should not lift it alone", ""),
        ("You should never lift it alone.", "Never lift it alone", ""),
        ("So, first, open the valve.", "Open the valve", ""),
        ("YOU SHOULD CHECK THE OIL.", "CHECK THE OIL", ""),
        ("(Check the oil, then the water.)", "Check the oil, then the water", ""),
        ("(Hint: if it sticks, tap it twice).", "If it sticks, tap it twice", ""),
        ("Tip 3: keep the receipt;", "Keep the receipt", ""),
        ("I'd recommend keeping the receipt.", "Keep the receipt", ""),
        ("It's worth asking the neighbours.", "Ask the neighbours", ""),
        ("It's important to ask the neighbours.", "Ask the neighbours", ""),
        ("Close the lid because dust gets in.", "Close the lid", "because dust gets in."),
        ("Close the lid – dust gets in.", "Close the lid", "dust gets in."),
        ("Close the lid; dust gets in.", "Close the lid", "dust gets in."),
        ("Ask one question; write the answer down.", "Ask one question; write the answer down", ""),
        ("Ask one question – never ask two.", "Ask one question – never ask two", ""),
        ("Draw a map first — then walk the road.", "Draw a map first — then walk the road", ""),
        (
            "Close the lid when you leave, because dust gets in.",
            "Close the lid when you leave",
            "because dust gets in.",
        ),
        ("Don't hire her because she is cheap.", "Don't hire her because she is cheap", ""),
        ("Never pay early because they ask.", "Never pay early because they ask", ""),
        ("Never pay early, because they forget.", "Never pay early", "because they forget."),
        ("Never pay early – they forget.", "Never pay early", "they forget."),
        ("Keep the old desk just because you can.", "Keep the old desk just because you can", ""),
        ("Bring the recording or otherwise some slides.", "Bring the recording or otherwise some slides", ""),
        ("“Keep people accountable.", "Keep people accountable", ""),
        ("Don’t let up until you have that goal.”", "Don’t let up until you have that goal", ""),
        ('Boil all of the dumplings!"', "Boil all of the dumplings!", ""),
        ('"Ask" is not the same as "order" here.', '"Ask" is not the same as "order" here', ""),
        ("Tell them “no” on the first day.", "Tell them “no” on the first day", ""),
        ('Cut it at 30".', 'Cut it at 30"', ""),
        ("Say “no.”", "Say “no.”", ""),
        ("Stop because it hurts.", "Stop because it hurts", ""),
        ("Be patient.", "Be patient", ""),
        ("The next time it rings, don't.", "The next time it rings, don't", ""),
        ("Agencies should test their forms.", "Agencies should test their forms", ""),
        ("Rehearse aloud.", "Rehearse aloud", ""),
        ("Rehearse aloud...", "Rehearse aloud...", ""),
        ("Rehearse aloud…", "Rehearse aloud…", ""),
        ("Rehearse aloud!", "Rehearse aloud!", ""),
        ("Will you rehearse?", "Will you rehearse?", ""),
        ("Call the vendors, the partners, etc.", "Call the vendors, the partners, etc.", ""),
        ("Go home at 5 p.m.", "Go home at 5 p.m.", ""),
        ("Say yes or no.", "Say yes or no", ""),
        ("Put it on https://www.example.org/ today.", "Put it on example.org today", ""),
        ("Put it on https://example.org/desk.", "Put it on example.org/desk", ""),
        (
            "Put it on https://lists.example.org/desk/2024/05/index.php?form=12&kind=a (the old list) today.",
            "Put it on lists.example.org/… (the old list) today",
            "",
        ),
        ("Never write http:// in a mail.", "Never write http:// in a mail", ""),
    ],
)
def test_a_sentence_becomes_a_tip(sentence: str, text: str, detail: str) -> None:
    assert word_tip(sentence, ENGLISH) == (text, detail)


@pytest.mark.parametrize(
    ("sentence", "text", "detail"),
    [
        ("Llama antes porque cierran pronto.", "Llama antes porque cierran pronto", ""),
        ("Revisa las cuentas cada mes porque cambian.", "Revisa las cuentas cada mes", "porque cambian."),
        ("No firmes nada solo porque te lo pidan.", "No firmes nada solo porque te lo pidan", ""),
        ("No contrates a nadie porque sea barato.", "No contrates a nadie porque sea barato", ""),
        ("No contrates a nadie, porque no hace falta.", "No contrates a nadie", "porque no hace falta."),
    ],
)
def test_a_spanish_sentence_becomes_a_tip(sentence: str, text: str, detail: str) -> None:
    assert word_tip(sentence, load_language("es")) == (text, detail)


@pytest.mark.parametrize(
    "sentence",
    [
        "Plan for delays.",
        "Carefully remove it.",
        "Do not run.",
        "Never run.",
        "Plan the week.",
        "Lean on it.",
    ],
)
def test_instructions_are_recognised(sentence: str) -> None:
    assert find_mood(sentence, ENGLISH).strength == "imperative"


@pytest.mark.parametrize(
    "sentence",
    [
        "Support for printers is new.",
        "Plan B was worse.",
        "Work is hard.",
        "Let me explain.",
        "Do you know it?",
        "Help is near.",
    ],
)
def test_statements_are_not_taken_for_instructions(sentence: str) -> None:
    assert find_mood(sentence, ENGLISH).strength != "imperative"
