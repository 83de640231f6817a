"""Edits of what the author writes."""

from warm.case import Case, all_of, cases, config, copy, nothing, printed, remove, rename, replace, write

FIRST, SECOND = "posts/first.md", "posts/second.md"
COMMENTS = "posts/first.comments.yml"
TITLE = replace(FIRST, "Pack the night before", "Pack in the evening")
LATER = {"SOURCE_DATE_EPOCH": "1784000000"}
"""A moment after the date of the article that waits for its day."""
PAGES = "{{% for file in pages %}}{{{{ file.page.{} }}}}{{% endfor %}}"


def with_line(line: str, file: str = FIRST, body: str = "Mornings"):
    """Add a line to an article's front matter."""
    return replace(file, f"---\n{body}", f"{line}\n---\n{body}")


def said(text: str):
    comment = f"- {{id: a1, author: Cleo, date: 2026-01-12, text: {text}}}\n"
    return write(COMMENTS, comment)


def new(file: str):
    return write(file, "---\ntitle: News\ndate: 2026-05-30\nauthors: [bo]\n---\nNews of the day.\n")


ARTICLES = {
    "a body": replace(FIRST, "with one shoe", "with no shoe"),
    "a tip": replace(FIRST, "never one", "better three"),
    "a heading that others link to": replace(FIRST, "## And then", "## Afterwards"),
    "a title": TITLE,
    "a date": replace(FIRST, "2026-01-10", "2026-04-20"),
    "a category": replace(FIRST, "[Travel]", "[Home]"),
    "a tag": replace(FIRST, "bags]", "bags, boats]"),
    "a description": replace(FIRST, "What to do", "What one does"),
    "a slug that others link to": with_line("slug: packing"),
    "an excerpt": replace(FIRST, "<!-- more -->\n\nBefore", "Before"),
    "a pin": with_line("pin: true"),
    "the authors of an article": replace(FIRST, "[ada]", "[ada, bo]"),
    "a checklist switched off": with_line("checklist: false"),
    "a draft published": replace("posts/draft.md", "draft: true", "date: 2026-05-20"),
    "an article made a draft": with_line("draft: true", "posts/fourth.md", "The"),
    "an article that others link to made a draft": with_line("draft: true", SECOND, "The"),
    "a new article": new("posts/new.md"),
    "a new article that mends a link": new("posts/gone.md"),
    "an article removed": remove("posts/fifth.md"),
    "an article removed that others link to": remove(SECOND),
    "an author's bio": replace("posts/authors.yml", "thirty years", "forty years"),
    "an author's name": replace("posts/authors.yml", "Bo Ruiz", "Bo Rey"),
    "a portrait": copy("posts/pictures/cover.png", "posts/pictures/ada.png"),
    "a picture": copy("posts/pictures/cover.png", "posts/pictures/chart.png"),
    "a picture removed": remove("posts/pictures/chart.png"),
    "an archived comment": said("Well packed."),
    "an archived comment's words": (said("Well packed."), replace(COMMENTS, "Well", "Badly")),
    "an archived comment removed": (said("Well packed."), remove(COMMENTS)),
    "a snippet in an article": replace("snippets/note.txt", "Weigh", "Wax"),
    "a label that only an outline has": (
        write("snippets/note.txt", "## Weigh the bag {data-toc-label=Weigh}\n"),
        write("snippets/note.txt", "## Weigh the bag {data-toc-label=Lift}\n"),
    ),
    "a sound's length": (
        all_of(write("posts/talk.mp3", "A sound"), with_line("audio: talk.mp3")),
        write("posts/talk.mp3", "A longer sound"),
    ),
    "an article that another one is like": replace("posts/fifth.md", "tags: [", "tags: [mornings, bags, "),
}
PRINTED = {
    "a title, on every page": (printed("{% for e in byline.newest %}{{ e.title }}{% endfor %}"), TITLE),
    "a title, on every page from the pages": (printed(PAGES.format("title")), TITLE),
    "a text, on every page from the pages": (
        printed(PAGES.format("content | length")),
        replace(FIRST, "with one shoe", "with no shoe at all"),
    ),
    "a tag, on every page from the pages": (
        printed(PAGES.format("meta.tags")),
        replace(FIRST, "bags]", "bags, boats]"),
    ),
    "an article more, on every page": (printed("{{ byline.newest | length }}"), new("posts/new.md")),
    "an excerpt, on every page": (
        printed("{% for e in byline.newest %}{{ e.excerpt }}{% endfor %}"),
        replace("posts/fourth.md", "good soup", "bad soup"),
    ),
    "an author, on every page": (
        printed("{{ byline.authors.ada.paragraphs }}"),
        replace("posts/authors.yml", "thirty years", "forty years"),
    ),
}
PAGES_OF_THE_SITE = {
    "a snippet in a page": replace("snippets/address.txt", "Street 4", "Street 5"),
    "a page": replace("docs/more.md", "really", "honestly"),
    "a page's title": replace("docs/more.md", "# More", "# Even more"),
    "a page's heading that others link to": replace("docs/about.md", "## Who", "## Whom"),
    "a page's address": all_of(
        rename("docs/about.md", "docs/us.md"),
        config("about.md", "us.md"),
        *(replace(file, "about.md", "us.md") for file in ("docs/index.md", "docs/more.md", FIRST)),
    ),
}
CONTENT = [
    Case("nothing", (nothing,), changes=False),
    *cases({**ARTICLES, **PRINTED, **PAGES_OF_THE_SITE}),
    Case("the file of an article renamed", (rename("posts/fifth.md", "posts/5.md"),), changes=False),
    Case("an article's day comes", (nothing,), last_variables=LATER),
    Case(
        "the comments of an article close",
        (
            config(
                "feed_length: 4",
                "feed_length: 4\n      comments: {provider: isso, server: 'https://a.example/',"
                " close_after_days: 150}",
            ),
            nothing,
        ),
        last_variables={"SOURCE_DATE_EPOCH": "1781481600"},
    ),
    Case("the time, on every page", (printed("{{ build_date_utc }}"), nothing), last_variables=LATER),
]
