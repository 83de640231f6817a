"""Edits of templates and of mkdocs.yml."""

from warm.case import Case, Edit, all_of, cases, config, printed, remove, replace, write

STYLE = all_of(write("docs/own.css", "p {}\n"), config("extra:\n", "extra_css: [own.css]\nextra:\n"))
NEW_COPYRIGHT = write("overrides/partials/copyright.html", "Mine\n")


def option(line: str) -> Edit:
    return config("feed_length: 4", f"feed_length: 4\n      {line}")


def setting(line: str) -> Edit:
    return config("extra:\n", f"{line}\nextra:\n")


TEMPLATES = {
    "a template": replace("overrides/main.html", "announce", "footer"),
    "a partial": replace("overrides/partials/stamp.html", "<span>", "<span>!"),
    "an icon": replace("overrides/.icons/own/star.svg", "h2v2z", "h1v1z"),
    "a new template that wins over Material's": NEW_COPYRIGHT,
    "a new template that wins over Byline's": write("overrides/byline/partials/when.html", "Once\n"),
    "a template taken away": (NEW_COPYRIGHT, remove("overrides/partials/copyright.html")),
    "a template included by a name worked out": (
        all_of(
            write("overrides/partials/spring.html", "Spring\n"),
            printed("{% set season = 'spring' %}{% include 'partials/' ~ season ~ '.html' %}"),
        ),
        write("overrides/partials/spring.html", "Autumn\n"),
    ),
    "a new template that was left out while missing": (
        printed("{% include 'partials/perhaps.html' ignore missing %}"),
        write("overrides/partials/perhaps.html", "Here\n"),
    ),
    "a palette": config("primary: teal", "primary: indigo"),
    "a feature of the theme": config("  language: en\n", "  language: en\n  features: [navigation.tabs]\n"),
    "the theme's language": config("language: en", "language: de"),
    "a style sheet": STYLE,
    "what a style sheet says": (STYLE, write("docs/own.css", "p {margin: 0}\n")),
}
SETTINGS = {
    "the site's name": config("site_name: Warm", "site_name: Warmer"),
    "the site's address": config("https://warm.example/", "https://warmer.example/x/"),
    "the copyright line": config("in particular", "at all"),
    "an extra value": config("Twice as good", "Thrice as good"),
    "the repository": config("git.example/warm", "git.example/warmer"),
    "the navigation": config("About: [about.md, more.md]", "Us: [more.md, about.md]"),
    "addresses without folders": setting("use_directory_urls: false"),
    "an extension's setting": config("permalink: true", "permalink: '#'"),
    "one extension less": config("  - footnotes\n", ""),
    "two extensions more": all_of(
        config("  - footnotes\n", "  - footnotes\n  - pymdownx.tilde\n  - def_list\n"),
        replace("posts/fifth.md", "is a drawer", "is ~~not~~ a drawer"),
    ),
    "search left out": config("  - search\n", ""),
    "the search's separator": config("  - search\n", "  - search: {separator: '[x]+'}\n"),
}
OPTIONS = {
    "fewer articles on a page": config("per_page: 3", "per_page: 2"),
    "a shorter feed": config("feed_length: 4", "feed_length: 2"),
    "slower readers": option("words_per_minute: 9"),
    "the look": option("look: material"),
    "another form of dates": option("date_format: short"),
    "where authors stand": option("authors_path: people"),
    "comments": option("comments: {provider: email, address: ada@warm.example}"),
    "comments elsewhere": (
        option("comments: {provider: isso, server: 'https://a.example/'}"),
        config("a.example", "b.example"),
    ),
}
CONFIGURATION = [
    *cases({**TEMPLATES, **SETTINGS, **OPTIONS}),
    Case("what is said of links", (setting("validation: {links: {not_found: info}}"),), changes=False),
]
