"""A page with a thread, and other hosts that answer with what a test gives them; what they hear is noted."""

import json
from collections.abc import Mapping
from html import escape
from pathlib import Path

from playwright.sync_api import Page, Route

THEME = Path(__file__).parents[2] / "plugins" / "byline" / "theme"
HOME = "https://notes.test/"
TYPES = {"css": "text/css", "js": "text/javascript", "mjs": "text/javascript", "html": "text/html"}
FRAME = (
    "<!doctype html><script>onmessage = (event) => parent.postMessage({ heard: event.data }, '*')</script>"
)
WORDS = {
    "label": "Comments",
    "loading": "Loading…",
    "unreachable": "Out of reach.",
    "retry": "Try again",
    "no_replies": "No replies yet.",
    "start_isso": "Start {server} with {command}.",
}
WATCH = """
window.heard = [];
addEventListener("message", ({ data }) => data.heard && window.heard.push(data.heard));
window.listening = [];
const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
const global = (target) => target === undefined || target === window || target === document;
EventTarget.prototype.addEventListener = function (type, listener, ...rest) {
  if (global(this) && listener) window.listening.push([type, listener]);
  return add.call(this ?? window, type, listener, ...rest);
};
EventTarget.prototype.removeEventListener = function (type, listener, ...rest) {
  const found = window.listening.findIndex(([name, one]) => name === type && one === listener);
  if (global(this) && found >= 0) window.listening.splice(found, 1);
  return remove.call(this ?? window, type, listener, ...rest);
};
"""
"""Notes what frames heard, and what listens to the window and the document."""


GISCUS = """{
  const script = document.currentScript;
  const frame = document.createElement("iframe");
  frame.className = "giscus-frame";
  frame.title = "Comments";
  frame.src = "https://giscus.app/widget";
  script.after(frame);
  addEventListener("message", () => {});
  const style = document.createElement("style");
  style.textContent = ".giscus-frame { width: 100% }";
  document.head.append(style);
}"""
REMARK42 = """
const createInstance = () => {
  const root = document.getElementById("remark42");
  const frame = document.createElement("iframe");
  frame.title = "Comments";
  root.append(frame);
  window.REMARK42.destroy = () => frame.remove();
  window.REMARK42.changeTheme = (theme) => { root.dataset.told = theme; };
};
window.REMARK42 = { createInstance };
createInstance();
"""
COUNTED = [{"url": "/who-keeps-the-minutes", "count": 1}, {"url": "/who-reads-the-minutes", "count": 5}]


class Stand:
    """`asked` are the addresses on other hosts that were requested, `bodies` what was sent there."""

    def __init__(self, page: Page, answers: Mapping[str, object]) -> None:
        self.page, self.answers = page, dict(answers)
        self.asked: list[str] = []
        self.bodies: list[object] = []
        page.route("**/*", self._answer)
        page.add_init_script(WATCH)

    def _answer(self, route: Route) -> None:
        request = route.request
        url = request.url
        if url.startswith(HOME):
            return self._serve(route, url.removeprefix(HOME))
        if request.method == "OPTIONS":
            return route.fulfill(status=204, headers=_open("*"))
        address = next((one for one in (url, url.partition("?")[0]) if one in self.answers), "")
        self.asked.append(url)
        self.bodies.append(request.post_data_json if request.post_data else None)
        answer = self.answers.get(address)
        if answer is None:
            return route.abort()
        kind = TYPES.get(address.rpartition(".")[2], "application/json")
        if answer == "frame":
            kind, answer = "text/html", FRAME
        text = answer if isinstance(answer, str) else json.dumps(answer)
        return route.fulfill(body=text, content_type=kind, headers={**_open("*"), "Content-Type": kind})

    def _serve(self, route: Route, path: str) -> None:
        file = THEME / path.partition("?")[0]
        if file.is_file():
            return route.fulfill(path=file)
        return route.fulfill(body=self.html, content_type="text/html", headers=self.headers)

    def open(
        self,
        module: str,
        settings: Mapping[str, object],
        *,
        load: str = "click",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Open a page whose thread is that of a module."""
        thread = (
            f'<byline-comments class="byline-comments__thread" data-module="{module}" data-load="{load}"'
            f' data-settings="{escape(json.dumps(settings))}" data-words="{escape(json.dumps(WORDS))}">'
            '<p class="byline-comments__ask" hidden><button type="button">Show comments</button></p>'
            '<p class="byline-comments__status" role="status"></p></byline-comments>'
        )
        self.html = (
            '<!doctype html><html lang="en"><title>Notes</title>'
            '<link rel="stylesheet" href="/assets/byline/comments.css">'
            f'<body data-md-color-scheme="default"><main>{thread}</main>'
            '<script type="module" src="/assets/byline/comments.js"></script></body></html>'
        )
        self.headers = {"Content-Type": "text/html; charset=utf-8", **(headers or {})}
        self.page.goto(HOME + "minutes/", wait_until="load")
        self.page.wait_for_function("!!customElements.get('byline-comments')")
        self.page.evaluate("window.markup = document.querySelector('main').innerHTML")

    def show(self) -> None:
        """Press the button, and wait until the thread is there."""
        self.page.get_by_role("button", name="Show comments").click()
        self.page.wait_for_selector(".byline-comments__place:not([aria-busy])", state="attached")

    def rest(self) -> None:
        """Wait until nothing more is asked."""
        asked = -1
        while asked != len(self.asked):
            asked = len(self.asked)
            self.page.wait_for_timeout(100)

    def leave(self) -> None:
        """Go on to a page without a thread, as instant navigation does."""
        self.page.evaluate("document.querySelector('main').replaceChildren()")

    def come_back(self) -> None:
        self.page.evaluate("document.querySelector('main').innerHTML = window.markup")

    @property
    def listening(self) -> list[str]:
        """Return what the window and the document are listened to for."""
        return self.page.evaluate("window.listening.map(([type]) => type).sort()")


def _open(origin: str) -> dict[str, str]:
    names = ("Origin", "Methods", "Headers")
    return {f"Access-Control-Allow-{name}": origin for name in names}
