import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byline.importers.escape import escape, unescape
from importers.shown import shown

PIECES = st.sampled_from(
    "https://a.org http://a.b.org/c_d/_e_ https://a.org/x_(y) www.a.org www.a-b.org/_c_?d=e&f=g#h a_b@c.org "
    "a.b+c@d.co.uk https:// www. www.a @ x@ ( ) [ ] < > * _ ` . , ; : ! ? \\ & &amp; &lt {:.a} # 1. - > a b1 "
    "https://a.org/*x* https://a.org/`x` https://a.org?a&copy;b 1@b".split(" ")
)
GAPS = st.sampled_from(["", "", " "])


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("https://a.org.", "<https://a.org>."),
        ("(see https://a.org/b/)", "(see <https://a.org/b/>)"),
        ("“https://a.org/b_(c)”, he said", "“<https://a.org/b_(c)>”, he said"),
        ("https://a.org/b—or not", "<https://a.org/b>—or not"),
        ("www.a.org!", "[www.a.org](https://www.a.org)!"),
        ("write to me@a.org, soon", "write to <me@a.org>, soon"),
        ("[www.a.org(www.a.org", "[www.a.org([www.a.org](https://www.a.org)"),
        ("https://me:you@a.org/", "<https://me:you@a.org/>"),
    ],
)
def test_an_address_becomes_a_link_and_the_full_stop_stays_outside(text: str, markdown: str) -> None:
    assert escape(text) == markdown
    assert unescape(markdown) == text


@pytest.mark.parametrize(
    "text",
    ["https://", "www.", "www.a", "me@a", "@you", "http:/a.org", "https://a.org/very/lo…", "xhttps://a.org"],
)
def test_what_is_no_whole_address_stays_text(text: str) -> None:
    assert escape(text) == text


@settings(max_examples=400)
@given(st.lists(st.tuples(PIECES, GAPS), min_size=1, max_size=8))
def test_a_reader_sees_the_same_text_with_links_in_it(pieces: list[tuple[str, str]]) -> None:
    text = " ".join("".join(piece + gap for piece, gap in pieces).split())
    markdown = escape(text)
    assert unescape(markdown) == text
    assert shown(markdown, links=True) == text
