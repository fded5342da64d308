"""Which keys run which action, after what the person has changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from desktop.actions.action import Action
from labeling.domain.errors import Refused

Changed = Mapping[str, tuple[str, ...]]

_STRONG = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_NOT_PLAIN = re.compile(r"(Meta|Ctrl|Alt)\+|(Shift\+)?(F\d+|Esc)$")
_RESERVED = {"Tab", "Shift+Tab", "Backtab"}


def keys_of(action: Action, changed: Changed) -> tuple[str, ...]:
    """Return the keys that run an action now."""
    return changed.get(action.id, action.keys)


def key_text(keys: Iterable[str], between: str = ", ") -> str:
    """Return keys as the keyboard and the system name them; empty when there are none."""
    return between.join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


def is_plain(key: str) -> bool:
    """Whether a key means something in a text field or a list: no Ctrl, Alt or Meta, no function key, not Esc."""
    return not _NOT_PLAIN.match(QKeySequence(key).toString())


def is_plain_press(key: int, modifiers: Qt.KeyboardModifier) -> bool:
    """`is_plain` for a key that is being pressed."""
    if modifiers & _STRONG or key == Qt.Key.Key_Escape:
        return False
    return not Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35


def clashes(actions: Iterable[Action], changed: Changed) -> dict[str, list[Action]]:
    """Return the keys that more than one action has, with those actions; in one window each key has one meaning."""
    owners: dict[str, list[Action]] = {}
    for action in actions:
        for key in keys_of(action, changed):
            owners.setdefault(QKeySequence(key).toString(), []).append(action)
    return {key: having for key, having in owners.items() if len(having) > 1}


def with_key(actions: Iterable[Action], changed: Changed, action: Action, key: str) -> dict[str, tuple[str, ...]]:
    """Return the changed keys with `key` as the only one of an action.

    Raises Refused when another action has it, or when it must stay free.
    """
    key = QKeySequence(key).toString()
    if key in _RESERVED:
        raise Refused(
            f"“{key_text((key,))}” moves between the controls of the window and must stay free; choose another."
        )
    if is_plain(key) and not action.plain:
        raise Refused(f"“{key_text((key,))}” writes in text fields; for “{action.title}” take a key with Ctrl or Alt.")
    for other in actions:
        if other.id != action.id and key in (QKeySequence(k).toString() for k in keys_of(other, changed)):
            raise Refused(
                f"“{key_text((key,))}” is the key of “{other.title}”; choose another, or change that one first."
            )
    return without_change(changed, action) | ({} if (key,) == action.keys else {action.id: (key,)})


def without_change(changed: Changed, action: Action) -> dict[str, tuple[str, ...]]:
    """Return the changed keys without those of an action."""
    return {identifier: keys for identifier, keys in changed.items() if identifier != action.id}


def usable(actions: Iterable[Action], changed: Changed) -> dict[str, tuple[str, ...]]:
    """Return the changed keys without those that clash, as a new codebook or version can make them."""
    actions = tuple(actions)
    clashing = {action.id for having in clashes(actions, changed).values() for action in having}
    return {identifier: keys for identifier, keys in changed.items() if identifier not in clashing}
