"""Comments below those that they answer."""

from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from byline.comments import Comment, Conversation, converse, read_archive
from byline.comments.threading import DEEPEST


def conversation(text: str) -> Conversation:
    found, problems = read_archive(text, Path("first.comments.yml"), zone=ZoneInfo("UTC"))
    assert not problems
    return converse(found)[0]


def said(*rows: tuple[str, str, str]) -> str:
    return "".join(f"- {{id: {i}, text: x, date: {d}, in_reply_to: '{a}'}}\n" for i, d, a in rows)


def shape(comments: tuple[Comment, ...]) -> list[object]:
    return [[one.id, *shape(one.replies)] if one.replies else one.id for one in comments]


def test_the_oldest_stands_first_in_every_thread():
    found = conversation(
        said(
            ("d", "2020-01-04", "a"),
            ("c", "2020-01-03", ""),
            ("a", "2020-01-01", ""),
            ("b", "2020-01-02", "a"),
        )
    )
    assert shape(found.threads) == [["a", "b", "d"], "c"]
    assert found.count == 4
    assert [one.id for one in found.walk()] == ["a", "b", "d", "c"]


def test_replies_may_stand_below_their_comment_or_name_it():
    nested = (
        "- id: a\n  text: x\n  replies:\n    - {id: b, text: y}\n    - {id: c, text: z, in_reply_to: a}\n"
    )
    assert shape(conversation(nested).threads) == [["a", "b", "c"]]


def test_what_has_no_date_keeps_its_place_behind_the_others():
    found = conversation("- {id: a, text: x}\n- {id: b, text: x}\n- {id: c, text: x, date: 2020-01-01}\n")
    assert shape(found.threads) == ["c", "a", "b"]


def test_a_comment_without_an_id_is_refused_and_not_waited_for():
    found, problems = read_archive("- text: x\n", Path("first.comments.yml"), zone=ZoneInfo("UTC"))
    assert "a comment without an `id`" in str(problems[0])
    assert converse(found) == (Conversation(), [])


def test_likes_and_reposts_stand_apart():
    found = conversation("- {id: a, kind: like}\n- {id: b, kind: mention}\n- {id: c, kind: repost}\n")
    assert [one.id for one in found.signs] == ["a", "c"]
    assert found.count == 1


def test_a_reply_far_down_stands_beside_what_it_answers_and_says_so():
    rows = [(f"a{n}", f"2020-01-{n + 1:02}", f"a{n - 1}" if n else "") for n in range(8)]
    found = conversation(said(*rows))
    assert shape(found.threads) == [["a0", ["a1", ["a2", ["a3", "a4", "a5", "a6", "a7"]]]]]
    assert [one.answers for one in found.walk()] == ["", "", "", "", "", "a4", "a5", "a6"]


def test_thousands_of_replies_to_replies_are_no_trouble():
    rows = [(f"a{n}", "2020-01-01", f"a{n - 1}" if n else "") for n in range(5000)]
    found = conversation(said(*rows))
    assert found.count == 5000
    assert hash(found)


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 9)), max_size=12))
def test_whatever_answers_what_nobody_is_lost(rows):
    text = said(*((f"a{n}", f"2020-01-0{day}", f"a{parent}") for n, (parent, day) in enumerate(rows)))
    found = conversation(text)
    ids = [one.id for one in found.walk()]
    assert sorted(ids) == sorted(f"a{n}" for n in range(len(rows)))

    def depth(comments: tuple[Comment, ...]) -> int:
        return 1 + max((depth(one.replies) for one in comments), default=-1)

    assert depth(found.threads) <= DEEPEST
