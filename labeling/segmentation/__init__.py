"""Text -> blocks -> sentences. `components` offers the same rules as components of a spaCy pipeline."""

from __future__ import annotations

from labeling.segmentation.segmenter import segment

__all__ = ["segment"]
