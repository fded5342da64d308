"""The orders in which an annotator can go on."""

from __future__ import annotations

from enum import StrEnum


class Order(StrEnum):
    """In which order an annotator goes on: as in the articles, by what is suggested, or through the random sample."""

    ARTICLE = "article"
    UNCERTAIN = "uncertain"
    RARE = "rare"
    SAMPLE = "sample"

    @property
    def by_suggestions(self) -> bool:
        return self in (Order.UNCERTAIN, Order.RARE)
