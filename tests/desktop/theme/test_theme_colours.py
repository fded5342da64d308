"""Every colour pair of every theme can be read, and no two labels look alike: WCAG 2.2 contrast and CIEDE2000."""

from __future__ import annotations

import math
import tomllib
from itertools import combinations, product
from pathlib import Path

import pytest

from desktop.theme.tokens import Theme, ThemeName, load_theme
from labeling.domain.codebooks import COLOURS

THEMES = (ThemeName.LIGHT, ThemeName.DARK, ThemeName.HIGH_CONTRAST)
FOUR = COLOURS[:4]
GIVEN = Path(__file__).parents[3] / "../shared/look/tokens.toml"

Rgb = tuple[float, float, float]

# Machado, Oliveira and Fernandes 2009 at full severity, for linear sRGB.
VISIONS: dict[str, tuple[Rgb, Rgb, Rgb]] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
WHITE = (0.95047, 1.0, 1.08883)


def linear(colour: str) -> Rgb:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue))  # type: ignore[return-value]


def dot(row: Rgb, values: Rgb) -> float:
    return sum(a * b for a, b in zip(row, values, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted(dot((0.2126, 0.7152, 0.0722), linear(colour)) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def lab(colour: str, vision: str) -> Rgb:
    seen = [min(1.0, max(0.0, dot(row, linear(colour)))) for row in VISIONS[vision]]
    parts = [dot(row, (seen[0], seen[1], seen[2])) / white for row, white in zip(TO_XYZ, WHITE, strict=True)]
    x, y, z = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in parts)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def ciede2000(one: Rgb, other: Rgb) -> float:
    """The colour difference of Sharma, Wu and Dalal 2005, with all weights 1."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    chroma = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * math.sqrt(chroma**7 / (chroma**7 + 25**7))
    c1, c2 = math.hypot(a1 * stretch, b1), math.hypot(a2 * stretch, b2)
    h1, h2 = (math.degrees(math.atan2(b, a * stretch)) % 360 for a, b in ((a1, b1), (a2, b2)))
    grey = c1 * c2 == 0
    turn = 0.0 if grey else (h2 - h1 + 180) % 360 - 180
    d_hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    m_light, m_chroma = (l1 + l2) / 2, (c1 + c2) / 2
    hue = h1 + h2 if grey else (h1 + turn / 2) % 360
    t = (
        1
        - 0.17 * math.cos(math.radians(hue - 30))
        + 0.24 * math.cos(math.radians(2 * hue))
        + 0.32 * math.cos(math.radians(3 * hue + 6))
        - 0.20 * math.cos(math.radians(4 * hue - 63))
    )
    s_light = 1 + 0.015 * (m_light - 50) ** 2 / math.sqrt(20 + (m_light - 50) ** 2)
    s_chroma, s_hue = 1 + 0.045 * m_chroma, 1 + 0.015 * m_chroma * t
    bend = -2 * math.sqrt(m_chroma**7 / (m_chroma**7 + 25**7))
    bend *= math.sin(math.radians(60 * math.exp(-(((hue - 275) / 25) ** 2))))
    light, chromatic, huewise = (l2 - l1) / s_light, (c2 - c1) / s_chroma, d_hue / s_hue
    return math.sqrt(light**2 + chromatic**2 + huewise**2 + bend * chromatic * huewise)


def nearest(theme: Theme, part: str, colours: tuple[str, ...], vision: str) -> float:
    seen = [lab(getattr(theme.labels[colour], part).name(), vision) for colour in colours]
    return min(ciede2000(one, other) for one, other in combinations(seen, 2))


@pytest.fixture(params=THEMES, ids=str)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ],
)
def test_the_difference_formula_gives_the_published_values(one: Rgb, other: Rgb, distance: float) -> None:
    assert ciede2000(one, other) == pytest.approx(distance, abs=1e-4)


@pytest.mark.parametrize(
    ("front", "backs"),
    [
        ("text", ("window", "panel", "paper", "raised", "hover", "selected")),
        ("settled", ("paper",)),
        ("muted", ("window", "panel", "paper", "raised", "hover", "selected")),
        ("accent", ("window", "panel", "paper", "raised", "selected")),
        ("danger", ("panel", "paper")),
        ("on_accent", ("accent",)),
    ],
)
def test_words_can_be_read_wherever_they_stand(theme: Theme, front: str, backs: tuple[str, ...]) -> None:
    for back in backs:
        assert contrast(getattr(theme, front).name(), getattr(theme, back).name()) >= 4.5, back


def test_the_outlines_of_controls_and_of_the_focus_can_be_seen(theme: Theme) -> None:
    for front, back in product(("focus", "control"), ("window", "panel", "paper", "raised")):
        assert contrast(getattr(theme, front).name(), getattr(theme, back).name()) >= 3, (front, back)


@pytest.mark.parametrize("colour", COLOURS)
def test_labelled_words_and_the_signs_of_labels_can_be_read(theme: Theme, colour: str) -> None:
    label = theme.labels[colour]
    assert contrast(theme.text.name(), label.tint.name()) >= 4.5
    assert contrast(theme.text.name(), label.evidence.name()) >= 4.5
    assert contrast(label.on_solid.name(), label.solid.name()) >= 4.5
    for back in (theme.paper, theme.panel, label.tint):
        assert contrast(label.solid.name(), back.name()) >= 3


@pytest.mark.parametrize("vision", VISIONS)
def test_the_standard_labels_differ_for_every_eye(theme: Theme, vision: str) -> None:
    assert nearest(theme, "solid", FOUR, vision) >= 15
    if theme.strong > 1:
        return  # high contrast has no tints
    assert nearest(theme, "tint", FOUR, vision) >= 5
    paper = lab(theme.paper.name(), vision)
    assert min(ciede2000(lab(theme.labels[c].tint.name(), vision), paper) for c in FOUR) >= 5


@pytest.mark.parametrize("vision", VISIONS)
def test_nine_labels_differ_as_far_as_nine_colours_can(theme: Theme, vision: str) -> None:
    assert nearest(theme, "solid", COLOURS, vision) >= (15 if vision == "normal" else 5)
    if theme.strong == 1 and vision == "normal":
        assert nearest(theme, "tint", COLOURS, vision) >= 9
        paper = lab(theme.paper.name(), vision)
        assert min(ciede2000(lab(theme.labels[c].tint.name(), vision), paper) for c in COLOURS) >= 7


def test_no_label_has_the_colour_of_the_accent(theme: Theme) -> None:
    accent = lab(theme.accent.name(), "normal")
    assert min(ciede2000(lab(theme.labels[c].solid.name(), "normal"), accent) for c in COLOURS) >= 12


@pytest.mark.skipif(not GIVEN.exists(), reason="the given tokens are not at hand")
def test_the_given_colours_are_kept(theme: Theme) -> None:
    given = tomllib.loads(GIVEN.read_text(encoding="utf-8"))["theme"][theme.name.value]
    for name, value in given.items():
        if name not in ("scheme", "label"):
            assert getattr(theme, name).name() == value, name
    for colour, label in zip(FOUR, given["label"].values(), strict=True):
        for part, value in label.items():
            assert getattr(theme.labels[colour], part).name() == value, (colour, part)
