"""What formats, policies, and reasons for leaving a sentence out are called in the window."""

from __future__ import annotations

from desktop.words import translate
from labeling.export.formats.table import FORMATS
from labeling.export.gold import Policy, Reason


def format_names() -> dict[str, str]:
    """Return the names of all formats by what they are called on the command line."""
    return {name: format_name(name) for name in FORMATS}


def format_name(name: str) -> str:
    """Return what one format is called."""
    return _parted(FORMATS[name].title)[0] if name in FORMATS else name


def format_caption(name: str) -> str:
    """Return what a format is for, as a sentence."""
    use = _parted(FORMATS[name].title)[1]
    return f"{use[:1].upper()}{use[1:]}." if use else ""


def policy_names() -> dict[str, str]:
    """Return the policies in words by their names."""
    return {
        Policy.MAJORITY: translate("export", "Majority of the annotators"),
        Policy.UNANIMOUS: translate("export", "Only where all annotators agree"),
        Policy.ANY: translate("export", "Every label that anyone gave"),
        Policy.ADJUDICATED: translate("export", "Only what was adjudicated"),
    }


def policy_caption(policy: Policy) -> str:
    """Return what a policy does, as a sentence."""
    settled = translate("export", "A settled sentence keeps what the adjudicator gave it.")
    return {
        Policy.MAJORITY: translate("export", "A tie is left out.") + " " + settled,
        Policy.UNANIMOUS: translate("export", "Any disagreement is left out.") + " " + settled,
        Policy.ANY: translate("export", "One vote is enough.") + " " + settled,
        Policy.ADJUDICATED: translate("export", "All that nobody settled is left out."),
    }[policy]


def reason_in_words(reason: Reason) -> str:
    """Return why a sentence is left out."""
    return {
        Reason.ARTICLE: translate("export", "Its article is not among those chosen"),
        Reason.UNDATED: translate("export", "Its article has no date"),
        Reason.KIND: translate("export", "Headings or captions, which are not chosen"),
        Reason.UNJUDGED: translate("export", "Nobody has looked at it"),
        Reason.OTHER_CODEBOOK: translate("export", "Judged under another version of the codebook"),
        Reason.UNSURE: translate("export", "All who judged it were unsure"),
        Reason.TOO_FEW: translate("export", "Judged by too few annotators"),
        Reason.NOT_ADJUDICATED: translate("export", "Nobody has adjudicated it"),
        Reason.TIE: translate("export", "A tie: as many for as against"),
        Reason.NOT_UNANIMOUS: translate("export", "The annotators disagree"),
        Reason.EXCLUDED: translate("export", "Excluded: not prose of the article"),
        Reason.REPEATED: translate("export", "Repeats a sentence that is held out"),
    }.get(reason, str(reason))


def _parted(title: str) -> tuple[str, str]:
    """Part a format’s title into its name and what it is for."""
    name, _, use = title.partition(": ")
    return name, use
