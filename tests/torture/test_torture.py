"""A short run of what `make torture` does at length."""

import pytest

from torture.builds import kill_builds, make_site, pair_builds, starve_builds


@pytest.mark.parametrize(("run", "count"), [(kill_builds, 12), (starve_builds, 4), (pair_builds, 3)])
def test_no_half_written_site_is_ever_visible(tmp_path, run, count):
    watch = run(make_site(tmp_path / "site-of-torture"), count)
    assert watch.faults == []
    assert watch.looks > count
