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
