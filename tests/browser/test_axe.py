"""axe-core on every type of page, by day and by night: what is Byline's own has no violation."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

PAGES = {
    "home": "",
    "article with a box": "articles/letters/",
    "article with its list in place": "articles/packing/",
    "article with both": "articles/calls/#ticks=de06adc231",
    "page of its own": "articles/calls/checklist/#ticks=de06adc231",
    "all checklists": "checklists/",
    "playbook": "categories/work/checklist/",
    "my playbook": "checklists/mine/",
    "listing": "articles/",
    "author": "authors/ada/",
    "subscribing": "subscribe/",
    "unknown address": "404.html",
}
MATERIALS = [[".md-header"], [".md-footer"], [".md-sidebar"], [".md-search"], [".md-skip"], [".md-top"]]
"""What Material prints around a page: its own to mend."""


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_axe_finds_no_violation_of_ours(serve, page: Page, scheme, path):
    page.emulate_media(color_scheme="dark" if scheme == "slate" else "light", reduced_motion="reduce")
    stored = 'localStorage.setItem(\'byline:checklist:calls\', \'{"version":1,"ticks":["de06adc231"]}\')'
    page.add_init_script(stored)
    page.goto(serve("checklists").url + path, wait_until="networkidle")
    page.add_style_tag(content="*, *::before, *::after { transition: none !important }")
    page.evaluate(
        """(scheme) => {
          if (document.body.dataset.mdColorScheme) document.body.dataset.mdColorScheme = scheme;
          document.querySelectorAll(".md-typeset details").forEach((one) => { one.open = true; });
        }""",
        scheme,
    )
    found = Axe().run(page, context={"exclude": MATERIALS})
    assert found.violations_count == 0, found.generate_report()
