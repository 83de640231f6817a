"""The page to subscribe, and the newsletter's form, in real builds."""

import re
from urllib.parse import quote, unquote, urljoin, urlsplit

import pytest
import yaml
from lxml import html

from byline.feeds import FORMATS
from byline.pages.subscribe import FORMATS as NAMED
from byline.problems import ContentError
from byline.settings import load_settings
from conftest import run_mkdocs

PAGE = "subscribe/index.html"
HEAD = "site_name: x\nsite_url: https://x.example/\nplugins:\n  - search\n  - byline:\n"
MAILCHIMP = "https://x.us1.list-manage.com/subscribe/post?u=1&id=2"


@pytest.fixture(scope="module")
def letters(copy_site):
    """The small site below a path, in German, with a newsletter whose texts try to break out."""
    folder = copy_site("small")
    config = folder / "mkdocs.yml"
    newsletter = {
        "action": MAILCHIMP,
        "email_field": "EMAIL",
        "fields": {'"><b>': "<i>'\"", "l": ["one", 2], "embed": True, "nonce": ""},
        "honeypot": "b_1_2",
        "text": "<script>alert(1)</script>",
        "consent": "A letter & no more <b>",
        "consent_url": "https://x.example/privacy?a=1&b=2",
        "button": "<Go>",
        "articles": True,
    }
    text = config.read_text().replace("https://small.example/", "https://small.example/sub/")
    text = text.replace("  font: false\n", "  font: false\n  language: de\n")
    options = {"newsletter": newsletter, "subscribe_path": "abo"}
    config.write_text(
        text.replace(
            "  - byline\n", f"  - byline: {yaml.safe_dump(options, width=9999, default_flow_style=True)}"
        )
    )
    site = run_mkdocs(folder, "--strict")
    assert site.code == 0, site.said
    return site


def test_every_feed_has_its_full_address_as_text_in_a_link_to_it(built):
    site = built("full")
    page = html.fromstring(site.page(PAGE))
    feeds = page.xpath("//a[@class='byline-feed__address']")
    assert {"https://full.example/sub/feed.xml", "https://full.example/sub/atom.xml"} <= {
        feed.text_content() for feed in feeds
    }
    for feed in feeds:
        assert urljoin("https://full.example/sub/subscribe/", feed.get("href")) == feed.text_content()


def test_every_feed_that_is_named_is_there(built):
    site = built("full")
    page = html.fromstring(site.page(PAGE))
    addresses = [feed.text_content() for feed in page.xpath("//a[@class='byline-feed__address']")]
    addresses.append(urljoin("https://full.example/sub/subscribe/", page.xpath("//a[@download]/@href")[0]))
    missing = [
        address
        for address in addresses
        if not (site.out / unquote(urlsplit(address).path).removeprefix("/sub/")).is_file()
    ]
    assert missing == []


def test_the_files_named_are_those_that_feeds_are_written_to():
    assert [(name, kind) for _, name, kind in NAMED] == [(name, kind) for name, kind, *_ in FORMATS]


def test_readers_are_plain_links_with_the_encoded_address_and_nothing_else_leaves_the_site(built):
    page = html.fromstring(built("full").page(PAGE))
    readers = page.xpath("//ul[@class='byline-readers']//a")
    assert {reader.text_content() for reader in readers} == {
        "Feedly",
        "Inoreader",
        "NewsBlur",
        "The Old Reader",
    }
    encoded = quote("https://full.example/sub/feed.xml", safe="")
    assert any(reader.get("href").endswith(encoded) for reader in readers)
    assert all(reader.get("rel") == "noopener nofollow" for reader in readers)
    (content,) = page.find_class("byline-subscribing")
    for address in content.xpath(".//@src | .//link/@href | .//img/@src"):
        assert "://" not in address


def test_the_page_is_there_whatever_the_navigation_and_the_way_to_it_on_every_page(built):
    site = built("full")
    for path in ("articles/index.html", "articles/hostile/index.html"):
        assert re.search(r'<p class="byline-subscribe">.*href="(\.\./)+subscribe/"', site.page(path))


def test_a_topic_and_an_author_lead_to_their_own_feed_too(built):
    site = built("full")
    for folder in ("categories", "tags", "authors"):
        for listing in (site.out / folder).glob("*/index.html"):
            (line,) = html.fromstring(listing.read_text()).find_class("byline-subscribe")
            own = line.xpath(".//a/@href")[1]
            here = f"https://x.example/{folder}/{listing.parent.name}/"
            assert unquote(urljoin(here, own)) == f"{here}feed.xml"
    (line,) = html.fromstring(site.page("articles/index.html")).find_class("byline-subscribe")
    assert len(line.xpath(".//a")) == 1


def test_further_pages_of_a_topic_lead_to_the_same_feed(built):
    pages = list((built("full").out).glob("*/*/page/2/index.html"))
    assert pages
    for page in pages:
        if page.parts[-5] != "archive":
            (line,) = html.fromstring(page.read_text()).find_class("byline-subscribe")
            assert line.xpath(".//a/@href")[1] == "../../feed.xml"


def test_a_page_of_the_authors_own_stays_in_its_place(copy_site):
    folder = copy_site("small")
    (folder / "docs" / "subscribe.md").write_text("# Ask me\n")
    site = run_mkdocs(folder, "--strict")
    assert site.code == 0, site.said
    assert "Ask me" in site.page(PAGE)
    assert "byline-feed" not in site.page(PAGE)


def test_the_form_sends_what_the_author_says_and_nothing_breaks_out_of_it(letters):
    text = letters.page("abo/index.html")
    (form,) = html.fromstring(text).xpath("//form[@class='byline-newsletter']")
    assert (form.get("action"), form.get("method")) == (MAILCHIMP, "post")
    (email,) = form.xpath(".//input[@type='email']")
    assert (email.get("name"), email.get("autocomplete"), email.get("required")) == ("EMAIL", "email", "")
    hidden = [(field.get("name"), field.get("value")) for field in form.xpath(".//input[@type='hidden']")]
    assert sorted(hidden) == sorted(
        [('"><b>', "<i>'\""), ("l", "one"), ("l", "2"), ("embed", "true"), ("nonce", "")]
    )
    (trap,) = form.xpath(".//input[@name='b_1_2']")
    assert (trap.get("value"), trap.get("tabindex")) == ("", "-1")
    assert trap.xpath("ancestor::*[@hidden]")
    assert form.xpath(".//script | .//b") == []
    assert "Beim Absenden geht Ihre Adresse an x.us1.list-manage.com." in form.text_content()
    assert form.xpath(".//p//a/@href") == ["https://x.example/privacy?a=1&b=2"]
    assert form.xpath(".//button")[0].text_content() == "<Go>"


def test_the_form_stands_below_articles_if_the_author_says_so(letters, built):
    assert 'class="byline-newsletter"' in letters.page("articles/pack-the-night-before/index.html")
    assert 'class="byline-newsletter"' not in letters.page("articles/index.html")
    assert "byline-newsletter" not in built("small").page(PAGE)


def test_the_page_speaks_the_sites_language(letters):
    page = letters.page("abo/index.html")
    assert "<h1>Abonnieren</h1>" in page
    assert "https://small.example/sub/feed.xml" in page
    assert ">Adresse kopieren</button>" in page


def read(folder, options):
    (folder / "mkdocs.yml").write_text(HEAD + "".join(f"      {line}\n" for line in options.splitlines()))
    return load_settings(folder / "mkdocs.yml").newsletter


def test_an_address_alone_is_a_newsletter(tmp_path):
    newsletter = read(tmp_path, "newsletter: https://buttondown.com/api/emails/embed-subscribe/ada")
    assert (newsletter.host, newsletter.email_field) == ("buttondown.com", "email")


def test_the_settings_of_listmonk_are_read(tmp_path):
    newsletter = read(
        tmp_path,
        "newsletter:\n  action: https://lists.x.example/subscription/form\n"
        '  fields: {nonce: "", l: [a-1, b-2]}\n',
    )
    assert newsletter.fields == (("nonce", ""), ("l", "a-1"), ("l", "b-2"))


@pytest.mark.parametrize(
    ("options", "line", "says"),
    [
        ("newsletter: {text: x}", 6, "newsletter: no `action`; write the address that the form sends to"),
        (
            "newsletter:\n  action: http://x.example/",
            7,
            "cannot be used; write the address that the form sends to",
        ),
        ("newsletter: javascript:alert(1)", 6, "cannot be used; write the address that the form sends to"),
        ("newsletter: //x.example/form", 6, "cannot be used; write the address that the form sends to"),
        (
            "newsletter: 'https://x.example/a b'",
            6,
            "cannot be used; write the address that the form sends to",
        ),
        ("newsletter: https://buttondown.com/ada", 6, "Buttondown takes forms at"),
        ("newsletter: https://x.us1.list-manage.com/subscribe?u=1&id=2", 6, "Mailchimp takes forms at"),
        (
            f"newsletter:\n  action: {MAILCHIMP}",
            6,
            "Mailchimp knows no field `email`; write `email_field: EMAIL`",
        ),
        ("newsletter:\n  action: https://x.example/f\n  buton: Go", 8, "did you mean `button`?"),
        ("newsletter:\n  action: https://x.example/f\n  articles: below", 8, "write `true` or `false`"),
        ("newsletter:\n  action: https://x.example/f\n  fields: [l]", 8, "cannot be used; write `fields:`"),
        (
            "newsletter:\n  action: https://x.example/f\n  fields: {l: {a: 1}}",
            8,
            "cannot be used; write `fields:`",
        ),
        (
            "newsletter:\n  action: https://x.example/f\n  consent_url: javascript:x",
            8,
            "cannot be used; write a full address",
        ),
        ("newsletter:\n  action: https://x.example/f\n  consent: [a]", 8, "cannot be used; write a text"),
        ("newsletter: 3", 6, "`newsletter: 3` cannot be used; write `action: https://…`"),
        (
            "subscribe_path: articles",
            6,
            "`subscribe_path: articles` is the address of `articles_path` as well",
        ),
    ],
)
def test_what_cannot_be_used_is_said_with_its_line_and_where_the_value_is_found(
    tmp_path, options, line, says
):
    with pytest.raises(ContentError) as error:
        read(tmp_path, options)
    assert f"mkdocs.yml:{line}: " in str(error.value)
    assert says in str(error.value)
