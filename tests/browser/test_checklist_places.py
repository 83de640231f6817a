"""Where checklists stand: other sites, instant navigation, playbooks."""

import functools
import http.server
import threading
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from browser.conftest import QuietHandler
from conftest import run_mkdocs

PROGRESS = ".byline-checklist__state .byline-checklist__progress"


@pytest.fixture
def another_site(serve):
    """A page of another origin that has a checklist in a frame."""
    frame = f'<iframe src="{serve("checklists").url}articles/calls/checklist/" title="Checklist"></iframe>'

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(f"<!doctype html><title>Another site</title>{frame}".encode())

        def log_message(self, *arguments: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_a_checklist_works_in_a_frame_of_another_site(another_site, page: Page):
    errors = []
    page.on("pageerror", lambda error: errors.append(error.message))
    page.goto(another_site)
    frame = page.frame_locator("iframe")
    frame.get_by_label("Set two alarms").check()
    expect(frame.locator(PROGRESS)).to_have_text("1 of 7 done")
    frame.get_by_role("button", name="Copy as text").click()
    expect(frame.locator(".byline-checklist__note")).not_to_be_empty()
    assert errors == []


@pytest.fixture
def instant(copy_site, page: Page):
    """A page of a site with instant navigation, which stands where its `site_url` says."""
    folder = copy_site("checklists")
    handler = functools.partial(QuietHandler, directory=str(folder / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    home = f"http://127.0.0.1:{server.server_port}/"
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text().replace("https://lists.example/", home))
    built = run_mkdocs(folder, "--strict")
    assert built.code == 0, built.said
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page.goto(home + "articles/calls/", wait_until="networkidle")
    page.evaluate("window.stayed = true")
    yield page
    server.shutdown()
    server.server_close()


COUNT = """() => {
  window.listening = 0;
  const [add, remove] = [window.addEventListener, window.removeEventListener];
  const ours = (type, by) => type === "byline:ticks" && by instanceof HTMLElement;
  window.addEventListener = (type, ...by) => {
    window.listening += ours(type, by[0]);
    add(type, ...by);
  };
  window.removeEventListener = (type, ...by) => {
    window.listening -= ours(type, by[0]);
    remove(type, ...by);
  };
}"""


def test_instant_navigation_brings_the_ticks_along_and_leaves_no_listener(instant: Page):
    instant.evaluate(COUNT)
    instant.get_by_label("Set two alarms").check()
    parts = instant.locator("byline-checklist").count()
    instant.locator(".byline-article__header").get_by_role("link", name="Work").click()
    expect(instant.get_by_role("heading", level=1)).to_have_text("Work")
    assert instant.evaluate("window.listening") == -parts
    instant.get_by_role("link", name="Never miss a first call again").click()
    expect(instant.locator(PROGRESS)).to_have_text("1 of 7 done")
    expect(instant.get_by_label("Set two alarms")).to_be_checked()
    assert instant.evaluate("window.listening") == 0
    assert instant.evaluate("window.stayed")


def test_my_playbook_has_what_was_begun_and_shares_its_ticks(serve, page: Page):
    home = serve("checklists").url
    page.goto(home + "checklists/mine/")
    expect(page.get_by_text("You have not begun a checklist here yet.")).to_be_visible()
    page.goto(home + "articles/calls/")
    page.get_by_label("Set two alarms").check()
    page.goto(home + "articles/packing/")
    page.get_by_label("Remove half").check()
    page.goto(home + "checklists/mine/")
    expect(page.locator("byline-checklist h2")).to_have_text(
        ["Never miss a first call again", "Packing in order"]
    )
    expect(page.get_by_label("Set two alarms")).to_be_checked()
    expect(page.locator(PROGRESS)).to_have_text(["1 of 7 done", "1 of 4 done", "2 of 11 done"])
    page.get_by_label("Roll the shirts").check()
    expect(page.locator(PROGRESS).last).to_have_text("3 of 11 done")
    with page.expect_download() as waiting:
        page.get_by_text("Take it along").click()
        page.get_by_role("button", name=".ics").click()
    assert Path(waiting.value.path()).read_text(encoding="utf-8").count("BEGIN:VTODO") == 11
    page.goto(home + "articles/packing/")
    expect(page.get_by_label("Roll the shirts")).to_be_checked()


def test_my_playbook_loads_nothing_from_elsewhere(serve, page: Page):
    home, elsewhere = serve("checklists").url, []
    page.add_init_script(
        'localStorage.setItem(\'byline:checklist:calls\', \'{"version":1,"ticks":["de06adc231"]}\')'
    )
    page.on("request", lambda request: elsewhere.append(request.url) if "evil" in request.url else None)
    index = '[{"key":"calls","title":"<b>x</b>","url":"x","json":"https://evil.example/x.json","ids":[]}]'
    page.route("**/checklists/index.json", lambda route: route.fulfill(body=index))
    page.goto(home + "checklists/mine/", wait_until="networkidle")
    assert elsewhere == []
    expect(page.locator("byline-checklist")).to_have_count(0)


def test_the_list_of_checklists_shows_how_far_this_reader_is_and_can_be_narrowed(serve, page: Page):
    home = serve("checklists").url
    page.goto(home + "articles/packing/")
    page.get_by_label("Remove half").check()
    page.goto(home + "checklists/")
    row = page.locator(".byline-entry", has_text="Packing in order")
    expect(row.locator("byline-progress")).to_have_text("1 of 4")
    page.get_by_label("Topic").select_option("work")
    expect(row).to_be_hidden()
    expect(page.locator(".byline-filter__count")).to_have_text("2 of 3 shown")
    page.get_by_label("Author").select_option("bo")
    expect(page.locator(".byline-entry:visible")).to_have_count(1)
    page.get_by_label("Topic").select_option("")
    expect(row).to_be_visible()


def test_my_playbook_names_the_language_of_each_checklist(serve, page: Page):
    home = serve("checklists").url
    page.goto(home + "articles/calls/")
    page.get_by_label("Set two alarms").check()

    def in_german(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, json=answer.json() | {"language": "de"})

    page.route("**/calls/checklist.json", in_german)
    page.goto(home + "checklists/mine/")
    list_ = page.locator("byline-checklist").first
    for part in ("h2 a", ".byline-checklist__text", ".byline-checklist__why p"):
        expect(list_.locator(part).first).to_have_attribute("lang", "de")
    assert list_.get_by_text("Start over").evaluate("(said) => said.closest('[lang]').lang") == "en"


@pytest.mark.parametrize(
    ("article", "says"),
    [("calls", "3 of them stand in the article itself."), ("packing", "They stand in the article itself.")],
)
def test_the_box_says_where_the_items_are_that_it_counts_but_does_not_list(serve, page: Page, article, says):
    page.goto(serve("checklists").url + f"articles/{article}/")
    where = page.locator(".byline-checklist__where")
    expect(where).to_have_text(says)
    where.get_by_role("link").click()
    expect(page.locator(":target .byline-checklist__box")).to_have_count(1)


def test_the_box_says_nothing_of_the_sort_where_it_lists_all(serve, page: Page):
    page.goto(serve("checklists").url + "articles/letters/")
    expect(page.locator(".byline-checklist__where")).to_have_count(0)


PLAIN = """() => {
  const item = document.querySelectorAll(".byline-checklist--inline li")[1];
  item.removeAttribute("class");
  item.textContent = "No tip.";
  const range = document.createRange();
  range.selectNodeContents(item);
  const start = range.getBoundingClientRect().left;
  return [getComputedStyle(item).listStyleType, start, item.parentElement.getBoundingClientRect().left];
}"""


@pytest.mark.parametrize(("article", "style"), [("calls", "disc"), ("packing", "decimal")])
def test_an_item_that_is_no_tip_keeps_its_bullet_or_number(serve, page: Page, article, style):
    page.goto(serve("checklists").url + f"articles/{article}/")
    shown, start, edge = page.evaluate(PLAIN)
    assert shown == style
    assert start > edge + 10
