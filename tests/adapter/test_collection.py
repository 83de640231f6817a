"""What Python still does when a build is over."""

from conftest import start_mkdocs

_HOOK = """
class Report:
    def __init__(self):
        self.myself = self  # only a search finds such an object when Python ends
        self.text = open("report.txt", "w", encoding="utf-8")
        self.lines = open("lines.bin", "w+b")


report = Report()


def on_post_build(config):
    report.text.write("All is built.")
    report.lines.write(b"3 lines")
"""


def test_files_that_another_plugin_never_closed_are_written_whole(copy_site):
    folder = copy_site("small")
    (folder / "hook.py").write_text(_HOOK)
    with (folder / "mkdocs.yml").open("a") as config:
        config.write("hooks: [hook.py]\n")
    assert start_mkdocs(folder).code == 0
    assert (folder / "report.txt").read_text() == "All is built."
    assert (folder / "lines.bin").read_bytes() == b"3 lines"
