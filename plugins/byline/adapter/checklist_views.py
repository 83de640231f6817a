"""The checklists of articles as pages print them: each is described when somebody asks for it."""

from collections.abc import Callable, Iterator, MutableMapping

from byline.cache import digest
from byline.pages import ChecklistView


class ChecklistViews(MutableMapping[str, ChecklistView]):
    """Views of checklists, by the paths of their articles. Most builds print few of them."""

    def __init__(self) -> None:
        self._views: dict[str, ChecklistView] = {}
        self._makers: dict[str, Callable[[], ChecklistView]] = {}
        self._told: dict[str, str] = {}

    def expect(self, path: str, make: Callable[[], ChecklistView], told: str) -> None:
        """Take what describes a checklist, and a digest of all that it does so from."""
        self._views.pop(path, None)
        self._makers[path], self._told[path] = make, told

    def told(self, path: str) -> str:
        """Return that digest: views that have the same are alike. It is empty where there is no checklist."""
        return self._told.get(path, "")

    def __getitem__(self, path: str) -> ChecklistView:
        if path not in self._views:
            self._views[path] = self._makers[path]()
        return self._views[path]

    def __setitem__(self, path: str, view: ChecklistView) -> None:
        self.expect(path, lambda: view, digest(view))

    def __delitem__(self, path: str) -> None:
        del self._makers[path], self._told[path]
        self._views.pop(path, None)

    def __contains__(self, path: object) -> bool:
        return path in self._makers

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)
