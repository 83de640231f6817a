"""HTML that one pattern takes apart is read as Python's parser reads it."""

from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st

from byline.checklists.tags import read_tags
from growth import growth

PLAIN = (
    """<p>|</p>|<li id="a">|<li id="a" id="b" hidden>|</li>|<br>|<br/>|<br />|<!-- x -->|text|&amp;""".split(
        "|"
    )
)
OTHER = (
    """<P>|<p >|</p >|<a href=x>|<a href='x'>|<a title="<">|<!--->|<script>|</script>|<|&am|p;|"|>|é""".split(
        "|"
    )
)


class Told(HTMLParser):
    """Writes down what a parser of Python's is told, texts without gaps."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.all: list[tuple[str, object]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append((f"<{tag}>", dict(reversed(attrs))))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append((f"<{tag}/>", dict(reversed(attrs))))

    def handle_endtag(self, tag: str) -> None:
        self.all.append((f"</{tag}>", {}))

    def handle_data(self, data: str) -> None:
        if self.all and self.all[-1][0] == "text":
            data = f"{self.all.pop()[1]}{data}"
        if self.all:
            self.all.append(("text", data))


@example("".join(PLAIN))
@given(st.lists(st.sampled_from([*PLAIN, *PLAIN, *OTHER]), max_size=20).map("".join))
def test_tags_and_texts_are_those_that_pythons_parser_finds(html: str) -> None:
    told: list[tuple[str, object]] = []
    for start, behind, (name, opens, closes, attributes), text in read_tags(html)[0]:
        assert html[start:].lower().startswith(f"<{'' if opens else '/'}{name}" if name else "<!--")
        assert behind == -1 or html[behind - 1] == ">"
        if name:
            told.append((f"<{'' if opens else '/'}{name}{'/' if opens and closes else ''}>", attributes))
        if told and text:
            text = f"{told.pop()[1]}{text}" if told[-1][0] == "text" else text
            told.append(("text", text))
    assert told == Told(html).all


def test_html_with_plain_tags_alone_is_plain() -> None:
    assert read_tags('<p class="a b">x<br /><!-- more --></p>')[1]
    for other in ("<p class=a>", "<p>a < b", "<P>", "<style>p</style>", '<p title="x>y">', "<!doctype html>"):
        assert not read_tags(other)[1]


def test_signs_that_open_no_tag_are_passed_in_good_time() -> None:
    short, long = ("<p>" + "1 < 2 " * number for number in (2_500, 20_000))
    assert [text for *_, text in read_tags(long)[0]] == [long.removeprefix("<p>")]
    assert growth(lambda: read_tags(short), lambda: read_tags(long)) < 8 * 3
