"""The page to subscribe in a real browser: copying, no scripts, keyboard, small screens, paper."""

import functools
import http.server
import re
import threading
from urllib.parse import parse_qsl

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from browser.conftest import QuietHandler
from browser.test_axe import MATERIALS
from conftest import run_mkdocs

NEWSLETTER = """plugins:
  - search
  - byline:
      newsletter:
        action: https://letters.example/subscription/form
        fields: {nonce: "", l: [one, two]}
        honeypot: b_1_2
        text: One letter a month.
        consent: You can leave at any time.
        consent_url: /privacy/
        articles: true
"""


@pytest.fixture(scope="module")
def home(copy_site):
    folder = copy_site("checklists")
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text().replace("plugins: [search, byline]\n", NEWSLETTER))
    site = run_mkdocs(folder, "--strict")
    assert site.code == 0, site.said
    handler = functools.partial(QuietHandler, directory=str(site.out))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def requests(page: Page) -> list[str]:
    """Return where the page asks anything of; whatever is not this machine's is answered here."""
    asked: list[str] = []
    page.route(re.compile(r"^https://"), lambda route: route.fulfill(body="thanks"))
    page.on("request", lambda request: asked.append(request.url))
    return asked


def test_a_button_copies_the_address_and_says_so(home, page: Page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(home + "subscribe/")
    page.get_by_role("button", name="Copy address: All articles").click()
    row = page.locator("byline-feed").first
    expect(row.get_by_role("status")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == "https://lists.example/feed.xml"
    page.get_by_role("button", name="Copy address: Work").click()
    expect(row.get_by_role("status")).to_have_text("")
    assert page.evaluate("navigator.clipboard.readText()") == (
        "https://lists.example/categories/work/feed.xml"
    )


def test_where_scripts_have_no_clipboard_the_address_is_selected(home, page: Page):
    page.add_init_script("delete Navigator.prototype.clipboard; document.execCommand = () => false;")
    page.goto(home + "subscribe/")
    page.get_by_role("button", name="Copy address: All articles").click()
    expect(page.locator("byline-feed").first.get_by_role("status")).to_contain_text("did not let")
    assert page.evaluate("String(getSelection())") == "https://lists.example/feed.xml"


def test_buttons_work_after_instant_navigation(home, page: Page):
    page.route("**/sitemap.xml", lambda route: route.fulfill(body=_sitemap(home), content_type="text/xml"))
    page.goto(home + "articles/letters/", wait_until="networkidle")
    page.evaluate("window.same = true")
    page.locator(".byline-subscribe a").click()
    expect(page.get_by_role("button", name="Copy address: All articles")).to_be_visible()
    assert page.url == home + "subscribe/"
    assert page.evaluate("window.same")


def _sitemap(home: str) -> str:
    pages = "".join(f"<url><loc>{home}{path}</loc></url>" for path in ("articles/letters/", "subscribe/"))
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{pages}</urlset>'


def test_without_scripts_addresses_can_be_read_and_no_dead_button_shows(home, browser: Browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(home + "subscribe/")
    expect(page.get_by_role("link", name="https://lists.example/feed.xml")).to_be_visible()
    expect(page.get_by_role("link", name="Feedly").first).to_be_visible()
    expect(page.get_by_role("button", name="Copy address")).to_have_count(0)
    expect(page.get_by_label("E-mail address")).to_be_visible()
    context.close()


def test_nothing_is_asked_of_anybody_before_the_form_is_sent(home, page: Page, requests):
    page.goto(home + "subscribe/", wait_until="networkidle")
    page.get_by_label("E-mail address").fill("reader@example.org")
    assert [url for url in requests if not url.startswith((home, "https://lists.example/sitemap"))] == []
    with page.expect_request("https://letters.example/**") as sent:
        page.get_by_role("button", name="Subscribe", exact=True).click()
    assert sent.value.method == "POST"
    assert parse_qsl(sent.value.post_data, keep_blank_values=True) == [
        ("email", "reader@example.org"),
        ("nonce", ""),
        ("l", "one"),
        ("l", "two"),
        ("b_1_2", ""),
    ]


def test_what_is_no_address_is_not_sent(home, page: Page, requests):
    page.goto(home + "articles/letters/")
    page.get_by_label("E-mail address").fill("reader")
    page.get_by_role("button", name="Subscribe", exact=True).click()
    assert not any("letters.example" in url for url in requests)


def test_the_form_is_reached_in_order_by_keyboard_and_its_trap_is_not(home, page: Page):
    page.goto(home + "subscribe/")
    page.get_by_label("E-mail address").focus()
    names = []
    for _ in range(3):
        names.append(page.evaluate("document.activeElement.textContent || document.activeElement.name"))
        page.keyboard.press("Tab")
    assert names == ["email", "Subscribe", "Privacy"]


@pytest.mark.parametrize("path", ["subscribe/", "articles/letters/"])
@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_axe_finds_no_violation(home, page: Page, scheme, path):
    page.emulate_media(color_scheme="dark" if scheme == "slate" else "light", reduced_motion="reduce")
    page.goto(home + path, wait_until="networkidle")
    page.add_style_tag(content="*, *::before, *::after { transition: none !important }")
    page.evaluate(
        """(scheme) => {
          document.body.dataset.mdColorScheme = scheme;
          document.querySelectorAll(".md-typeset details").forEach((one) => { one.open = true; });
        }""",
        scheme,
    )
    found = Axe().run(page, context={"exclude": MATERIALS})
    assert found.violations_count == 0, found.generate_report()


def test_nothing_is_wider_than_a_screen_of_320_pixels(home, page: Page):
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(home + "subscribe/")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    field = page.get_by_label("E-mail address").bounding_box()
    assert field["x"] + field["width"] < 320


def test_on_paper_stand_the_addresses_and_no_controls(home, page: Page):
    page.goto(home + "subscribe/")
    page.emulate_media(media="print")
    expect(page.get_by_text("https://lists.example/categories/work/feed.xml")).to_be_visible()
    for gone in (page.get_by_role("button", name="Copy address").first, page.locator(".byline-newsletter")):
        expect(gone).to_be_hidden()
