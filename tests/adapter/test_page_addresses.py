"""The addresses of Byline's pages are those that MkDocs would give them."""

from hypothesis import given
from hypothesis import strategies as st
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from byline.adapter.pages import BylinePage

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
