"""The logic of our scripts, tested by Node where there is one."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def test_the_scripts_logic():
    node = shutil.which("node")
    if not node:
        if os.environ.get("BYLINE_REQUIRE_BROWSER"):
            pytest.fail("the script tests must run here, and there is no node")
        pytest.skip("no node: install Node.js 20 to run the tests in tests/js")
    tests = sorted(str(file) for file in (Path(__file__).parent / "js").glob("*.test.mjs"))
    done = subprocess.run([node, "--test", *tests], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout


ASSETS = Path(__file__).parent.parent / "plugins" / "byline" / "theme" / "assets" / "byline"


@pytest.mark.parametrize(
    ("names", "most"),
    [
        (("checklist*.js",), 12_000),
        (("playbook.js",), 3_200),
        (("checklist.css",), 4_600),
        (("checklist.css", "sheet.css"), 6_000),
    ],
)
def test_what_a_checklist_loads_stays_small(names, most, capsys):
    sizes = {file.name: file.stat().st_size for name in names for file in sorted(ASSETS.glob(name))}
    with capsys.disabled():
        print(f"\n{sum(sizes.values())} of {most} bytes: {sizes}")
    assert sum(sizes.values()) < most
