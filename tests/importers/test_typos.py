import pytest

from byline.importers.typos import find_typos, suggest


@pytest.mark.parametrize(
    ("word", "meant"), [("seperate", "separate"), ("custmer", "customer"), ("knowlege", "knowledge")]
)
def test_a_mistyped_word_gets_a_suggestion(word: str, meant: str) -> None:
    assert suggest(word) == meant


@pytest.mark.parametrize(
    "word",
    ["organise", "colour", "podcasts", "onboarding", "workflow", "behavioural", "standups", "refactored"],
)
def test_british_spelling_new_words_and_compounds_are_right(word: str) -> None:
    assert suggest(word) == ""


def test_names_short_words_links_and_code_are_left_alone() -> None:
    assert (
        find_typos("Harbuor teh `seperate` [x](http://seperate.example/seperate) <seperate> and more") == ()
    )


def test_a_word_used_often_is_a_term_of_the_trade() -> None:
    text = "The quern turns and the millar waits. " * 3
    assert find_typos(text) == ()


def test_texts_in_other_languages_are_not_corrected() -> None:
    assert (
        find_typos("avons notre projet avec toute savoir mettre chaque personnes votre famille alors") == ()
    )
