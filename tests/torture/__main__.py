"""The full measurement: `make torture`."""

import sys
import tempfile
import time
from pathlib import Path

from torture.builds import Watch, kill_builds, make_site, pair_builds, starve_builds

RUNS = (
    ("builds killed", kill_builds, 200),
    ("builds that cannot write", starve_builds, 50),
    ("pairs at once", pair_builds, 50),
)


def main() -> int:
    bad = 0
    for name, run, count in RUNS:
        with tempfile.TemporaryDirectory() as folder:
            began = time.monotonic()
            watch: Watch = run(make_site(Path(folder) / "site-of-torture"), count)
            bad += len(watch.faults)
            seconds = time.monotonic() - began
            print(f"{count} {name}: {watch.looks} looks, {len(watch.faults)} faults, {seconds:.0f} s")
            for fault in watch.faults[:5]:
                print("   ", fault)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
