"""What stands above a block: the headings, and the sentence that leads in its list."""

from byline.checklists.blocks import Block


class Above:
    """Goes through the blocks in their order, and knows what stands above each."""

    def __init__(self) -> None:
        self._path: list[tuple[int, str]] = []
        self._headings: tuple[str, ...] = ()
        self._lead_ins: list[str] = [""]  # by depth of list
        self._lists: dict[int, str] = {}

    def told(self, block: Block) -> tuple[str, tuple[str, ...]]:
        """Return the lead-in of a block's list and the headings above the block."""
        level, own_list = block[4:6]
        if block[0] == "heading":
            self._path = [entry for entry in self._path if entry[0] < level]
            self._headings = tuple([words for _, words in self._path])
        if own_list < 0:
            return "", self._headings
        lead_in = self._lead_ins[min(level, len(self._lead_ins)) - 1]
        return self._lists.setdefault(own_list, lead_in), self._headings

    def pass_by(self, block: Block, last: str) -> None:
        """Note the last sentence of a block, which stands above what follows."""
        if block[0] == "heading":
            self._path.append((block[4], last))
            self._headings = (*self._headings, last)
            self._lead_ins = [""]
        else:
            self._lead_ins[block[4] :] = [last]
