"""What other programs read of a checklist: open data, oEmbed, the index, structured data."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from posixpath import relpath
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.articles import parse_article
from byline.authors import Author
from byline.checklists import Checklist, Item, draw
from byline.pages import (
    checklist_data,
    checklist_list,
    contents,
    describe_checklist,
    index_data,
    json_ld,
    listings,
    oembed_data,
    playbooks,
    surroundings,
)
from byline.settings import Settings
from byline.site import Placement, assemble

NOW = datetime(2026, 6, 1, tzinfo=UTC)
AUTHORS = {"ada": Author("ada", "Ada & Co", slug="ada"), "bo": Author("bo", "Bo", slug="bo")}
URL = "https://a.example/sub/"


def post(number=1, fields="authors: [ada]", title="T"):
    text = f"---\ntitle: {json.dumps(title + str(number))}\ndate: 2026-01-{number:02}\n{fields}\n---\nText."
    return parse_article(text, Path(f"{number}.md"), path=f"{number}.md", zone=ZoneInfo("UTC"))


def item(text, start=0, **more):
    return Item(start, start + 1, 1, "list", text, 1.0, (), text.lower(), **more)


def site_of(*articles, checklist=None, directory_urls=True):
    placement = Placement(URL, NOW, directory_urls=directory_urls)
    site = assemble(Settings(), articles, AUTHORS, placement)
    drawn = checklist or Checklist((item("One", detail="Why", aliases=("old", "older")), item("Two")))
    return replace(site, checklists={articles[0].path: drawn})


def view_of(site, article, anchors=None, language="en"):
    return describe_checklist(site, article, anchors or {}, language=language)


def test_open_data_has_every_item_with_the_full_address_of_its_sentence():
    article = post()
    site = site_of(article)
    data = checklist_data(site, article, view_of(site, article, {"one": "tip-one"}))
    assert data["url"] == f"{URL}articles/t1/checklist/"
    assert data["article"]["authors"] == [{"name": "Ada & Co", "url": f"{URL}authors/ada/"}]
    assert data["groups"][0]["items"] == [
        {
            "id": "one",
            "text": "One",
            "detail": "Why",
            "url": f"{URL}articles/t1/#tip-one",
            "was": ["old", "older"],
        },
        {"id": "two", "text": "Two", "detail": "", "url": f"{URL}articles/t1/checklist/#item-two", "was": []},
    ]


OTHERS = {
    "the address of the site": lambda site, post: (replace(site, url="https://b.example/"), post),
    "how pages are addressed": lambda site, post: (replace(site, directory_urls=False), post),
    "where articles stand": lambda site, post: (with_settings(site, articles_path="texts"), post),
    "where authors stand": lambda site, post: (with_settings(site, authors_path="people"), post),
    "an author's name": lambda site, post: (with_author(site, name="Eda"), post),
    "an author's address": lambda site, post: (with_author(site, slug="eda"), post),
    "the title": lambda site, post: (site, replace(post, title="Other")),
    "the address of the article": lambda site, post: (site, replace(post, slug="other")),
    "the id": lambda site, post: (site, replace(post, id="other")),
    "the authors": lambda site, post: (site, replace(post, authors=("ada", "bo"))),
}


def with_settings(site, **changed):
    return replace(site, settings=replace(site.settings, **changed))


def with_author(site, **changed):
    return replace(site, authors={**site.authors, "ada": replace(site.authors["ada"], **changed)})


@pytest.mark.parametrize("change", OTHERS.values(), ids=OTHERS)
def test_what_a_view_has_of_its_site_and_its_article_is_told(change):
    article = post()
    site = site_of(article)
    other_site, other = change(site, article)
    assert view_of(other_site, other) != view_of(site, article)
    assert surroundings(other_site, other) != surroundings(site, article)


ITEMS = tuple(item(text, section="A" if start < 2 else "B") for start, text in enumerate("pqrs"))
SAME = Checklist(ITEMS, "T", "Pack", "en")


def with_first(**changed):
    return replace(SAME, items=(replace(ITEMS[0], **changed), *ITEMS[1:]))


CONTENTS = {
    "a wording": (with_first(text="Other"), {}, ()),
    "a reason": (with_first(detail="Because"), {}, ()),
    "an id": (with_first(id="other"), {}, ()),
    "an id of before": (with_first(aliases=("old",)), {}, ()),
    "a heading above": (
        replace(SAME, items=(*ITEMS[:2], *(replace(i, section="C") for i in ITEMS[2:]))),
        {},
        (),
    ),
    "the order": (replace(SAME, items=ITEMS[::-1]), {}, ()),
    "steps": (replace(SAME, items=tuple(replace(one, steps=1) for one in ITEMS)), {}, ()),
    "one less": (replace(SAME, items=ITEMS[1:]), {}, ()),
    "the title": (replace(SAME, title="A", heading=""), {}, ()),
    "the heading": (replace(SAME, heading="Bag"), {}, ()),
    "the language": (replace(SAME, language="de"), {}, ()),
    "an anchor": (SAME, {"p": "tip-p"}, ()),
    "an item in place": (SAME, {}, {"p"}),
}


@pytest.mark.parametrize(("checklist", "anchors", "placed"), CONTENTS.values(), ids=CONTENTS)
def test_what_a_view_has_of_its_checklist_is_told(checklist, anchors, placed):
    article = post()

    def view(checklist, anchors, placed):
        return describe_checklist(site_of(article, checklist=checklist), article, anchors, placed=placed)

    assert view(checklist, anchors, placed) != view(SAME, {}, ())
    assert contents(checklist, anchors, placed) != contents(SAME, {}, ())


def test_a_checklist_that_stands_elsewhere_in_its_article_has_the_same_contents():
    moved = tuple(replace(one, start=one.start + 9, end=one.end + 9, line=3) for one in ITEMS)
    assert contents(replace(SAME, items=moved), {}, ()) == contents(SAME, {}, ())


def test_oembed_says_who_wrote_it_and_how_to_show_it():
    article = post()
    site = site_of(article)
    data = oembed_data(site, view_of(site, article), provider="A & B")
    assert data["version"] == "1.0"
    assert data["type"] == "rich"
    assert (data["author_name"], data["author_url"]) == ("Ada & Co", f"{URL}authors/ada/")
    assert (data["provider_name"], data["provider_url"]) == ("A & B", URL)
    assert all(isinstance(data[name], int) for name in ("width", "height", "cache_age"))
    assert data["html"].startswith(f'<iframe src="{URL}articles/t1/checklist/" title="T1"')


def test_an_article_without_an_author_leaves_the_author_out_of_its_oembed():
    article = post(fields="")
    site = site_of(article)
    assert not {"author_name", "author_url"} & oembed_data(site, view_of(site, article), provider="A").keys()


def test_a_title_cannot_leave_the_embed_code():
    article = post(title='"><script>alert(1)</script>')
    site = site_of(article)
    embed = view_of(site, article).embed
    assert embed.count("<") == 2
    assert embed.count(">") == 2
    assert "style" not in embed


@pytest.mark.parametrize(
    ("directory_urls", "url"),
    [(True, "../articles/t1/checklist/"), (False, "../articles/t1/checklist/index.html")],
)
def test_the_index_names_addresses_from_where_it_stands(directory_urls, url):
    article = post()
    site = site_of(article, directory_urls=directory_urls)
    (entry,) = index_data("checklists", [view_of(site, article)])
    assert entry == {
        "key": "t1",
        "title": "T1",
        "url": url,
        "json": "../articles/t1/checklist.json",
        "ids": ["one", "two"],
    }


names = st.lists(st.sampled_from(["a", "b", "checklists", "x y"]), min_size=1, max_size=3).map("/".join)


@given(names, names.flatmap(lambda name: st.sampled_from([name + "/c", name + "/c/"])))
def test_an_address_of_the_index_leads_where_it_should(folder, address):
    site = site_of(article := post())
    view = replace(view_of(site, article), url=address, json_url=address)
    (entry,) = index_data(folder, [view])
    assert urljoin(f"https://a.example/{folder}/index.json", entry["url"]) == f"https://a.example/{address}"
    assert entry["url"].rstrip("/") == relpath(address, folder)


def test_a_checklist_is_an_item_list_with_a_position_for_each_item():
    article = post()
    site = site_of(article)
    data = checklist_list(site, view_of(site, article))
    assert data["@type"] == "ItemList"
    assert data["numberOfItems"] == 2
    assert [(entry["position"], entry["name"]) for entry in data["itemListElement"]] == [
        (1, "One"),
        (2, "Two"),
    ]


def test_the_steps_of_one_numbered_list_are_a_how_to():
    article = post()
    site = site_of(article, checklist=Checklist((item("One", 0, steps=3), item("Two", 9, steps=3))))
    data = checklist_list(site, view_of(site, article))
    assert data["@type"] == "HowTo"
    assert [step["@type"] for step in data["step"]] == ["HowToStep", "HowToStep"]


@pytest.mark.parametrize(
    "items",
    [
        (item("One", 0, steps=3), item("Two", 9, steps=4)),
        (item("One", 0, steps=3), item("Two", 9)),
        (item("One", 9, steps=3), item("Two", 0, steps=3)),
    ],
)
def test_items_of_two_lists_or_in_another_order_are_no_how_to(items):
    article = post()
    site = site_of(article, checklist=Checklist(items))
    assert not view_of(site, article).ordered


@pytest.mark.parametrize(("mark", "ordered"), [("1. ", True), ("- ", False)])
def test_drawing_knows_the_steps_of_a_numbered_list(mark, ordered):
    lines = ("Write the request as one sentence.", "Print the deck.", "Sort the pieces into piles.")
    items = draw("# How to\n\nDo this:\n\n" + "".join(f"{mark}{line}\n" for line in lines)).checklist.items
    assert len(items) == 3
    assert {one.steps >= 0 for one in items} == {ordered}


def test_structured_data_of_a_checklist_cannot_end_its_script_element():
    article = post()
    site = site_of(article, checklist=Checklist((item("</script><script>alert(1)</script>"),)))
    text = json_ld(checklist_list(site, view_of(site, article)))
    assert "<" not in text
    assert json.loads(text)["itemListElement"][0]["name"] == "</script><script>alert(1)</script>"


@pytest.mark.parametrize(
    ("language", "direction"),
    [("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("fa_IR", "rtl"), ("ur", "rtl")],
)
def test_a_checklist_knows_the_direction_of_its_language(language, direction):
    article = post()
    assert view_of(site_of(article), article, language=language).direction == direction


def test_a_playbook_collects_only_what_has_a_checklist():
    first, second = (
        post(1, "authors: [ada]\ncategories: [Sales]"),
        post(2, "authors: [bo]\ncategories: [Sales]"),
    )
    site = site_of(first, second)
    found = [(one.kind, one.path, [article.title for article in one.articles]) for one in playbooks(site)]
    assert found == [
        ("category", "categories/sales/checklist", ["T1"]),
        ("author", "authors/ada/checklist", ["T1"]),
    ]
    links = {page.title: page.playbook for page in listings(site) if page.playbook}
    assert links == {"Sales": "categories/sales/checklist/", "Ada & Co": "authors/ada/checklist/"}
