"""Which cases `make test` builds: each kind of input once. `make warm` builds all."""

from warm.hooks import HOOKS
from warm.surroundings import CACHE

TELLING = frozenset(
    {
        "nothing",
        "a body",
        "a title",
        "a date",
        "a category",
        "a heading that others link to",
        "a slug that others link to",
        "an article removed that others link to",
        "a new article that mends a link",
        "an author's bio",
        "a picture",
        "an archived comment's words",
        "a snippet in an article",
        "a snippet in a page",
        "a title, on every page from the pages",
        "an article's day comes",
        "a template",
        "a new template that wins over Byline's",
        "a palette",
        "the theme's language",
        "the site's name",
        "the navigation",
        "an extension's setting",
        "fewer articles on a page",
        "pages of the site, in place",
        "another package",
        "a file that an extension of the author's own reads",
        *CACHE,
        *(f"a hook: {name}" for name in HOOKS if "," not in name),
        "a hook: on_env, a value",
        "a hook: on_page_context, another page",
    }
)
