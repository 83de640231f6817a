"""The addresses of Byline's pages, and those on them, are those that MkDocs would write."""

from hypothesis import given
from hypothesis import strategies as st
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.utils import normalize_url

from byline.adapter.pages import BylinePage
from byline.adapter.rendering.places import Addresses

BASES = """
    https://example.org https://example.org/ https://example.org/a/b https://example.org// /a/ example.org
    http://example.org:80/a//b/ https://example.org/a/../b/ https://example.org/?q //example.org/ mailto:a
    https://example.org/#f https://example.org/a;b file:///a/ https://bücher.example/é/
""".split()
URLS = "a/ a/b/ a.b/c~d/ %C3%A9/ a/./b/ a/../b/ ..a/ -a/_b/ a//b/ a:b/ a ./ é/".split()


@given(
    base=st.sampled_from([*BASES, "", None]), url=st.sampled_from(URLS) | st.text("ab.:/%~-é?#;", max_size=8)
)
def test_a_page_has_the_address_that_mkdocs_gives_it(base, url):
    config = MkDocsConfig()
    config.load_dict({"site_name": "Site", "site_dir": "site", "docs_dir": "docs", "site_url": base})
    file = File("a.md", "docs", "site", use_directory_urls=True)
    file.url = url
    ours, theirs = BylinePage(None, file, config), Page(None, file, config)
    assert (ours.canonical_url, ours.abs_url) == (theirs.canonical_url, theirs.abs_url)


@given(
    page=st.sampled_from([*URLS, "", "a/b/c/", "a/b.html", "a.html", "404.html"]),
    address=st.sampled_from([*URLS, "", ".", "a/b", "a/b/c/d", "a/b.html", "b/a/", "#a", "a?b/c", "\n/\n/a"])
    | st.text("ab./:#?\\ \n", max_size=9),
)
def test_an_address_on_a_page_is_written_as_mkdocs_writes_it(page, address):
    file = File("a.md", "docs", "site", use_directory_urls=True)
    file.url = page
    config = MkDocsConfig()
    config.load_dict({"site_name": "Site", "site_dir": "site", "docs_dir": "docs"})
    seen_from, addresses = Page(None, file, config), Addresses()
    addresses.begin(seen_from)
    theirs = normalize_url(address, page=seen_from, base="")
    assert addresses.write(address, lambda told: normalize_url(told, page=seen_from, base="")) == theirs
