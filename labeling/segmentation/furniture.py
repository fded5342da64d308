"""What belongs to the page and not to the article: bylines, datelines, credits, links, time stamps.

To teach the program another, add a phrase to the set, or a pattern to the list, whose comment describes it. Phrases
stand in lower case; patterns ignore capitals except within `(?-i:…)` and are matched against one whole paragraph.
"""

from __future__ import annotations


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))


# The whole paragraph; end marks and arrows behind it don't count.
WHOLE = _phrases("""
    source link, source links, original article, read more, read more here, read the full story, read the full
    article, see more, show more, load more, view all, see also, continue reading, keep reading, story continues
    below, story continues below advertisement, article continues below, share, share this, share this story, share
    this article, share this page, share this post, share on facebook, share on twitter, tweet, print, print this
    article, email, copy link, save, comment, comments, view comments, leave a comment, post a comment,
    advertisement, advertisements, skip advertisement, ad, sponsored, sponsored content, promoted content, paid
    content, most read, most popular, most viewed, related, related articles, related content, related links,
    related stories, related topics, recommended, recommended for you, trending, trending now, more on this story,
    more on this topic, back to top, back to home, skip to content, skip to main content, loading, play video,
    close, menu, search, file photo, stock image, reuters, associated press, the associated press, getty images, ap
    photo, shutterstock, (more), (ends), ends
""")

# What stands before the first colon or bar of a short paragraph.
LABELS = _phrases("""
    image, images, image caption, image credit, image source, photo, photos, photo by, photo caption, photo credit,
    photographer, photograph, photographs, photography, picture, pictures, pictured, picture credit, illustration,
    graphic, video, caption, credit, credits, file photo, source, via, read, read also, read more, read more on
    this, read next, also read, more, more on this, more on this story, related, related article, related articles,
    related content, related links, related stories, related story, related topics, see also, watch, watch more,
    listen, podcast, newsletter, subscribe, sign up, follow, follow us, share, tag, tags, topic, topics, category,
    categories, filed under, contact, published, first published, posted, updated, last modified, last updated
""")

# How a short paragraph begins.
BEGINNINGS = (
    *("©", "copyright ©", "copyright (c)", "copyright 19", "copyright 20", "file - ", "file – ", "file — "),
    *("image caption ", "image source, ", "file photo ", "photo by ", "read more about ", "click here", "tap here"),
    *("sign up for ", "sign up to ", "subscribe to ", "follow us ", "follow @", "join our newsletter"),
    *("download our app", "download the app", "this article was originally published", "this article first appeared"),
    *("this article was first published", "this story was originally published", "this story was first published"),
)

# How a short paragraph ends, without its full stop.
ENDINGS = (
    *("contributed to this report", "contributed to this story", "contributed to this article", "all rights reserved"),
    *(": how to sign up", ": how to subscribe", ": how to join"),
)

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = rf"(?:{_WEEKDAY},?\s)?(?:{_MONTH}\s{_DAY}|{_DAY}\s{_MONTH})(?:,?\s\d{{4}})?"
_TIME = r"\d{1,2}(?:[:.]\d{2}(?:\s?[ap]\.?m\.?)?|\s?[ap]\.?m\.?)(?:\s\(?(?-i:[A-Z]{2,4})\)?)?"
_NAME = r"(?-i:[A-Z][\w’'.-]*)(?:\s(?:(?-i:[A-Z][\w’'.-]*)|de|da|van|von|der|bin|al|la|le)){0,4}"
_ROLE = (
    r"(?:correspondent|editor|reporter|writer|columnist|producer|analyst|contributor|agencies|bureau|desk|staff|team)s?"
)
_CAPITALS = r"(?-i:[A-Z][A-Z’'.-]+(?:\s[A-Z][A-Z’'.-]*){0,3})"
_COUNTRY = r"(?-i:[A-Z][a-z]+\.?(?:\s[A-Z][a-z]+\.?){0,3})"

# Anything else that can stand anywhere in an article.
PATTERNS = (
    # who wrote it
    rf"(?:(?:exclusive|words|story|report|analysis|opinion|interview|pictures)[\s:]{{1,2}})?by:?\s{_NAME}"
    r"(?:(?:,|\sand|\s?&|\s?[|/]|\sin|\sfor|\sat)\s.{1,120})?(?<![.!?”\"])",
    rf"(?:by|from)\s(?:the|our)\s(?:.{{1,30}}\s)?{_ROLE}(?:\sin\s{_NAME})?",
    r"\((?:.{1,40}\s)?(?:reporting|writing|editing|compiled|translated)\sby\b.{1,480}",
    r"(?:additional\s)?(?:reporting|writing|editing)\sby\s.{1,160};.{1,160}",
    # when
    rf"(?:(?:first\s|last\s)?(?:published|posted|updated|modified)\s?(?:on\s|at\s)?)?{_DATE}(?:,?\s(?:at\s)?{_TIME})?\.?",
    rf"(?:(?:first\s|last\s)?(?:published|posted|updated|modified)\s?(?:on\s|at\s)?)?{_TIME}(?:,?\s(?:on\s)?{_DATE})?",
    r"(?:(?:published|posted|updated)\s)?(?:\d{1,3}|an?|one|two|three)\s(?:min(?:ute)?|hour|day|week|month)s?\sago",
    r"\d{1,3}[\s-]min(?:ute)?s?\sread",
    # what an agency tells its clients
    r"\((?:updates|adds|corrects|recasts|refiles|removes|clarifies|repeats|new\sthroughout)\b.{0,160}\)",
    r"\([$€£¥]?\s?1\s?=\s.{1,80}\)",
    # where else to look, whom to call
    r"(?:[^?!]{1,80}[?!]\s)?(?:ring|call|e-?mail|text|contact|message|write\sto)\s"
    r"(?:us\s(?:at|by|if|now|on|today|via|with)|the\s.{1,40}\bnews(?:desk|room))\b.{0,60}",
    r"follow\s.{1,60}\son\s(?:twitter|x|facebook|instagram|threads|mastodon|bluesky|tiktok|youtube|whatsapp|telegram)\b.{0,40}",
    r"(?:[^,]{1,60},\s|see\s|turn\sto\s)pages?\s[A-Z]?\d{1,3}(?:[-–]\d{1,3})?",
    r"\d{1,6}\scomments?",
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+",
    r"[^\W\d_][\w\s]{1,24}:\s\+?[\d\s()-]{6,20}",
    r"[-–—_*=#.•\s]+",
)

# Bylines and datelines that differ from a heading only by standing at the top of an article.
TOP_PATTERNS = (
    rf"{_NAME},?\s(?:[\w-]+\s){{0,3}}{_ROLE}(?:\s(?:in|for|at)\s.{{1,40}})?",
    rf"{_NAME}\s(?:explains|reports|writes)(?:\s(?:from|in)\s.{{1,40}})?",
    rf".{{1,30}}\blive,?\swith\s{_NAME}",
    rf"{_CAPITALS}(?:,\s(?:{_COUNTRY}|{_DATE})){{0,2}}\s?\((?-i:[A-Z]).{{1,30}}\)(?:\s?[-–—])*",
    rf"{_CAPITALS}(?:,\s(?:{_COUNTRY}|{_DATE})){{1,2}}(?:\s?[-–—])*",
)

# A credit as a sentence of its own: `Photograph: Name/Agency.`
CREDIT = r"(?:Image|Photo|Photograph|Picture|Illustration|Graphic)s?(?:\scredit|\sby)?:\s.{1,120}"

# How else a caption ends that names who took the picture. Capitals count; each has a bracket, a slash or a © in it.
CREDITS = (
    r"\((?:Photo|Photograph|Picture|Image)\sby\s.{1,120}",
    r"\((?:AP|AFP|Reuters|REUTERS|EPA|PA|Getty)\b(?=[^()]{0,80}(?:/|[Pp]hoto|Image))[^()]{0,80}\)",
    r"\bREUTERS\s?/\s?.{1,80}",
    r"/\s?(?:AP|AFP|Reuters|EPA|PA|Getty(?:\sImages)?|Shutterstock|Alamy|Bloomberg)(?:\s?/.{1,60})?\)?",
    r"\s©\s?.{1,80}",
)
