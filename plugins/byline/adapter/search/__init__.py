"""The site's search: Material's, but its index is worked out once and fetched at the first query."""

from byline.adapter.search.checking import search_problems
from byline.adapter.search.publishing import Search, begin_search

__all__ = ["Search", "begin_search", "search_problems"]
