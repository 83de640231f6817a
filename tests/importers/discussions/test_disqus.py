from pathlib import Path

from importers.discussions.exports import BREAD, CALLS, CASES, bring, conversations

DISQUS = CASES / "disqus.xml"


def test_every_comment_is_accounted_for(site: Path) -> None:
    result = bring(DISQUS)
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[:6] == [
        "disqus.xml: Disqus, 9 comments",
        "  4 written, to 2 files",
        "  1 left out: spam",
        "  2 left out: trash or deleted",
        "  2 of posts that this site does not have",
        "  0 unaccounted for",
    ]
    assert "no post for https://old.example/nowhere/ “Nowhere” (1 comment)" in result.output
    assert "(1 comment, type: thread that the export does not hold)" in result.output


def test_a_reply_to_a_deleted_comment_answers_the_one_above_it(site: Path) -> None:
    bring(DISQUS)
    calls = conversations(site)[f"{CALLS}.md"]
    assert {one.author: [reply.author for reply in one.replies] for one in calls.threads} == {
        "Kim": ["Max"],
        "user1008": [],
    }
    assert str(calls.threads[0].date) == "2019-03-05 09:00:00+00:00"


def test_a_picture_is_a_link_to_it(site: Path) -> None:
    bring(DISQUS)
    [nia] = conversations(site)[f"{BREAD}.md"].threads
    picture = "https://pictures.example/a.png"
    assert nia.html == f'<p>By the guid <a href="{picture}" rel="nofollow ugc noopener">{picture}</a></p>'
