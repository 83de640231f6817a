"""The providers that Byline knows itself, one file each."""

from collections.abc import Callable, Mapping
from typing import Any

from byline.comments.fields import Report
from byline.comments.provider import Provider
from byline.comments.providers.bluesky import Bluesky
from byline.comments.providers.comentario import Comentario
from byline.comments.providers.custom import Custom
from byline.comments.providers.disqus import Disqus
from byline.comments.providers.giscus import Giscus
from byline.comments.providers.hyvor_talk import HyvorTalk
from byline.comments.providers.isso import Isso
from byline.comments.providers.mastodon import Mastodon
from byline.comments.providers.remark42 import Remark42
from byline.comments.providers.reply_by_email import ReplyByEmail
from byline.comments.providers.utterances import Utterances
from byline.comments.providers.waline import Waline

PROVIDERS: Mapping[str, Callable[[Mapping[str, Any], Report], Provider]] = {
    "isso": Isso.configured,
    "giscus": Giscus.configured,
    "utterances": Utterances.configured,
    "disqus": Disqus.configured,
    "remark42": Remark42.configured,
    "waline": Waline.configured,
    "comentario": Comentario.configured,
    "hyvor-talk": HyvorTalk.configured,
    "mastodon": Mastodon.configured,
    "bluesky": Bluesky.configured,
    "email": ReplyByEmail.configured,
    "custom": Custom.configured,
}
"""What reads the settings of each, by its name."""
