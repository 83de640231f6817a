"""Hooks that come, and then do something else: what they do is seen at once."""

from pathlib import Path

from warm.case import Case, Edit, all_of, config, nothing, replace, write

HOOKS = {
    "on_config": """
def on_config(config):
    config.extra["motto"] = "WORD"
""",
    "on_files": """
from mkdocs.structure.files import File

def on_files(files, config):
    files.append(File.generated(config, "generated.md", content="# WORD"))
""",
    "on_nav": """
def on_nav(nav, config, files):
    nav.items[0].title = "WORD"
""",
    "on_pre_page": """
def on_pre_page(page, config, files):
    page.canonical_url = f"https://WORD.example/{page.url}"
    return page
""",
    "on_page_read_source": """
def on_page_read_source(page, config):
    return "# WORD" if page.url == "more/" else None
""",
    "on_page_markdown": """
def on_page_markdown(markdown, page, config, files):
    return markdown + "\\n\\nWORD\\n"
""",
    "on_page_content": """
def on_page_content(html, page, config, files):
    return html + "<p>WORD</p>"
""",
    "on_env, a value": """
def on_env(env, config, files):
    env.globals["stamp"] = "WORD"
    return env
""",
    "on_env, a filter": """
def on_env(env, config, files):
    env.filters["url"] = lambda url: "WORD/" + url
""",
    "on_env, the pages": """
def on_env(env, config, files):
    for file in files.documentation_pages():
        file.page.content += "WORD"
""",
    "on_page_context, a value": """
def on_page_context(context, page, config, nav):
    return {**context, "stamp": "WORD"}
""",
    "on_page_context, the page": """
def on_page_context(context, page, config, nav):
    page.content += "WORD"
""",
    "on_page_context, another page": """
def on_page_context(context, page, config, nav):
    nav.pages[-1].title = "WORD" + page.url
""",
    "on_page_context, the configuration": """
seen = []

def on_page_context(context, page, config, nav):
    seen.append(page)
    config.copyright = f"WORD {len(seen)}"
""",
    "on_post_page": """
def on_post_page(output, page, config):
    return output.replace("</body>", "WORD</body>")
""",
    "on_post_page, leaving pages out": """
def on_post_page(output, page, config):
    return "" if page.url == {"Once": "more/", "Twice": "about/"}["WORD"] else output
""",
    "on_post_template": """
def on_post_template(output, template_name, config):
    return output + "<!-- WORD -->"
""",
    "on_post_build": """
from pathlib import Path

def on_post_build(config):
    for page in Path(config.site_dir).rglob("*.html"):
        with page.open("a") as file:
            file.write("<!-- WORD -->")
""",
    "an extension": """
from markdown import Extension
from markdown.postprocessors import Postprocessor

class Last(Postprocessor):
    def run(self, text):
        return text + "WORD"

class Shout(Extension):
    def extendMarkdown(self, md):
        md.postprocessors.register(Last(md), "shout", 1)

def on_config(config):
    config.markdown_extensions.append(Shout())
""",
}
READING = """
def on_page_markdown(markdown, page, config, files):
    return markdown + open("word.txt").read()
"""


def hook(code: str) -> Edit:
    """Add a hook, or write it anew."""

    def edit(site: Path) -> None:
        write("hook.py", code)(site)
        if "hooks:" not in (site / "mkdocs.yml").read_text(encoding="utf-8"):
            config("extra:\n", "hooks: [hook.py]\nextra:\n")(site)

    return edit


def _case(name: str, code: str) -> Case:
    stamped = replace("overrides/partials/stamp.html", "{{", "{{ stamp }}{{")
    come = all_of(hook(code.replace("WORD", "Once")), stamped)
    return Case(f"a hook: {name}", (come, hook(code.replace("WORD", "Twice"))), each=True)


HOOK_CASES = [
    *(_case(name, code) for name, code in HOOKS.items()),
    Case("a hook: on_post_build, and nothing", (hook(HOOKS["on_post_build"]), nothing), changes=False),
    Case("a hook taken away", (hook(HOOKS["on_page_content"]), config("hooks: [hook.py]\n", ""))),
    Case(
        "a file that a hook reads",
        (all_of(write("word.txt", "Once"), hook(READING)), write("word.txt", "Twice")),
    ),
]
