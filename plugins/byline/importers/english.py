"""English that the dictionary does not know: words of work, British spelling, endings, compounds."""

from collections.abc import Mapping

WORK_WORDS = frozenset(
    "admin analytics async backend backlog blog blogger blogging blogosphere boolean chatbot config "
    "copywriting crowdfunding crowdsource cruft dashboard dataset dev devops durations emoji emojis "
    "explainer fintech freelancer frontend hackathon hashtag healthcare homepage infographic intranet "
    "learnings linter linters mentee metadata microservice misconfigured mockup mutex onboarding "
    "opensource podcast prepend prepended prepending readme refactor refactors refactored refactoring "
    "repo repos retros roadmap sharding spammy sprints standup stdout stakeholder startup startups "
    "storytelling subdomain sync systemd takeaway timebox tooltip touchpoint underserved upsell upskill "
    "usability voicemail webinar webinars whiteboard whitepaper wiki wireframe workflow".split()
)
_BRITISH = (
    ("our", "or"), ("is", "iz"), ("ys", "yz"), ("tre", "ter"), ("tring", "tering"), ("tred", "tered"),
    ("ence", "ense"), ("lled", "led"), ("lling", "ling"), ("ller", "ler"), ("lful", "llful"), ("ogue", "og"),
    ("fulfil", "fulfill"), ("enrol", "enroll"), ("stalment", "stallment"), ("ae", "e"), ("oe", "e"),
    ("mme", "m"), ("gement", "gment"), ("grey", "gray"),
)  # fmt: skip
_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("d", ""), ("ed", ""), ("er", ""), ("er", "e"),
    ("ers", ""), ("ers", "e"), ("ing", ""), ("ing", "e"), ("ings", ""), ("ly", ""), ("less", ""),
    ("ness", ""), ("able", ""), ("able", "e"), ("y", ""), ("ish", ""), ("ful", ""), ("ism", ""), ("ist", ""),
)  # fmt: skip
_PREFIXES = (
    "un",
    "re",
    "non",
    "pre",
    "co",
    "over",
    "under",
    "out",
    "mis",
    "anti",
    "inter",
    "micro",
    "multi",
    "self",
    "sub",
    "super",
)


def is_derived(word: str, known: Mapping[str, int]) -> bool:
    """Say whether a word is a known one with an ending, a prefix, or in British spelling."""
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending) + instead
        if word.endswith(ending) and len(stem) > 3 and (stem in known or stem in WORK_WORDS):
            return True
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) > len(prefix) + 3 and word[len(prefix) :] in known:
            return True
    return any(british in word and word.replace(british, american) in known for british, american in _BRITISH)


def is_compound(word: str, known: Mapping[str, int]) -> bool:
    """Say whether a word is two common ones written together."""
    return any(
        known.get(word[:cut], 0) > 2_000 and known.get(word[cut:], 0) > 2_000
        for cut in range(3, len(word) - 2)
    )
