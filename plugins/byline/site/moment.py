"""The moment that a build takes for now."""

from collections.abc import Mapping
from datetime import UTC, datetime

from byline.problems import ContentError, Problem
from byline.settings import Settings


def moment_of(environment: Mapping[str, str], settings: Settings) -> datetime:
    """Return the present, or the moment that SOURCE_DATE_EPOCH sets for repeatable builds.

    https://reproducible-builds.org/specs/source-date-epoch/ Raises `ContentError` where it is no number of
    seconds.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError) as error:
        wrong = f"the environment's SOURCE_DATE_EPOCH `{epoch}` is no number of seconds"
        raise ContentError(
            [Problem(settings.file, 1, wrong, "unset it, or set seconds since 1970")]
        ) from error
