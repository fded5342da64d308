"""What a word can be to the rules: one bit each, so that a sentence is scanned by integer tests."""

from __future__ import annotations

NAMES = (
    # grammar.toml
    "preposition",
    "conjunction",
    "subordinator",
    "relative",
    "definite",
    "indefinite",
    "be",
    "have",
    "modal",
    "negation",
    "adverb",
    "time",
    "subject_pronoun",
    "possessive",
    "title",
    "not_name",
    "quantity",
    # sources.toml
    "person",
    "office",
    "spokesperson",
    "institution",
    "document",
    "group",
    "collective",
    "partitive",
    "anonymity",
    # what a word's form tells
    "plural",
    "capital",
    "punctuation",
    "comma",
    "number",
    "verb",
    "hedge",
    "denial",
    "nominal",
    "also_noun",
)
BIT = {name: 1 << place for place, name in enumerate(NAMES)}

PREPOSITION = BIT["preposition"]
CONJUNCTION = BIT["conjunction"]
SUBORDINATOR = BIT["subordinator"]
RELATIVE = BIT["relative"]
DEFINITE = BIT["definite"]
INDEFINITE = BIT["indefinite"]
BE = BIT["be"]
HAVE = BIT["have"]
MODAL = BIT["modal"]
NEGATION = BIT["negation"]
ADVERB = BIT["adverb"]
TIME = BIT["time"]
PRONOUN = BIT["subject_pronoun"]
POSSESSIVE = BIT["possessive"]
TITLE = BIT["title"]
NOT_NAME = BIT["not_name"]
QUANTITY = BIT["quantity"]
PERSON = BIT["person"]
OFFICE = BIT["office"]
SPOKESPERSON = BIT["spokesperson"]
INSTITUTION = BIT["institution"]
DOCUMENT = BIT["document"]
GROUP = BIT["group"]
COLLECTIVE = BIT["collective"]
PARTITIVE = BIT["partitive"]
ANONYMITY = BIT["anonymity"]
PLURAL = BIT["plural"]
CAPITAL = BIT["capital"]
PUNCTUATION = BIT["punctuation"]
COMMA = BIT["comma"]
NUMBER = BIT["number"]
VERB = BIT["verb"]
HEDGE = BIT["hedge"]
DENIAL = BIT["denial"]
NOMINAL = BIT["nominal"]
ALSO_NOUN = BIT["also_noun"]

ROLE = PERSON | OFFICE | SPOKESPERSON | GROUP | COLLECTIVE
SPEAKER = ROLE | INSTITUTION
NOUN = SPEAKER | DOCUMENT
AUXILIARY = BE | HAVE | MODAL
FUNCTION = (
    PREPOSITION
    | CONJUNCTION
    | SUBORDINATOR
    | RELATIVE
    | DEFINITE
    | INDEFINITE
    | AUXILIARY
    | NEGATION
    | PRONOUN
    | POSSESSIVE
)
BOUNDARY = PREPOSITION | CONJUNCTION | SUBORDINATOR | RELATIVE | AUXILIARY | PRONOUN | PUNCTUATION | VERB
