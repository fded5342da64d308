"""The whole codebook, to be read; another one can be used in its place, or this one saved."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QTextBrowser

from desktop.dialogs import choose
from desktop.dialogs.dialog import Dialog, show_one
from desktop.dialogs.pages import typeset
from labeling.domain.codebooks import Codebook, Label
from labeling.domain.errors import Refused
from labeling.operations.codebooks import replace_codebook
from labeling.operations.projects import codebook_as_toml, load_codebook, standard_codebook

if TYPE_CHECKING:
    from desktop.window import Window

translate = QCoreApplication.translate

_HASH_SHOWN = 12


def show_codebook(window: Window) -> None:
    """Show the codebook of the open project, else the one that Hedgerow comes with."""
    show_one(CodebookDialog, lambda: CodebookDialog(window), window)


class CodebookDialog(Dialog):
    def __init__(self, window: Window) -> None:
        super().__init__(window, self.tr("Codebook"), 720, 640)
        self._window = window
        self._text = QTextBrowser()
        self._text.setAccessibleName(self.tr("Codebook"))
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self.body.addWidget(self._text, 1)
        replace = self.add_button(self.tr("Use another codebook…"), self._replace, at_left=True)
        replace.setEnabled(window.session.is_open)
        self.add_button(self.tr("Save the codebook…"), self._save, at_left=True)
        self.add_button(self.tr("Close"), self.close, primary=True)
        window.session.opened.connect(self.close)
        window.session.closed.connect(self.close)
        self._show()

    @property
    def _codebook(self) -> Codebook:
        session = self._window.session
        return session.codebook if session.is_open else standard_codebook()

    def _show(self) -> None:
        self._text.setHtml(codebook_html(self._codebook))
        typeset(self._text.document())

    def _replace(self) -> None:
        path = choose.codebook(self)
        if path is None:
            return
        self.refuse("")
        try:
            codebook = load_codebook(path)
        except Refused as refusal:
            self.refuse(str(refusal))
            return
        if self._window.session.run(replace_codebook, codebook):
            self._window.say(self.tr("The project uses the codebook “{title}” now").format(title=codebook.title))
        self._show()

    def _save(self) -> None:
        path = choose.new_codebook(self)
        if path is None:
            return
        try:
            path.write_text(codebook_as_toml(self._codebook), encoding="utf-8")
        except OSError as error:
            self.refuse(self.tr("“{path}” could not be written: {error}.").format(path=path, error=error.strerror))
        else:
            self.refuse("")
            self._window.say(self.tr("The codebook was saved as “{path}”").format(path=path))


def codebook_html(codebook: Codebook) -> str:
    """Return a codebook as a page to read."""
    version = translate("codebook", "Version {version}").format(version=codebook.hash[:_HASH_SHOWN])
    labels = "".join(_label_html(codebook, label) for label in codebook.labels)
    head = f"<h2>{escape(codebook.title)}</h2><p>{escape(codebook.introduction)}</p>"
    return f"{head}{labels}<p><small>{version}</small></p>"


def _label_html(codebook: Codebook, label: Label) -> str:
    keys = translate("codebook", "letter {letter}, keys {toggle} and {set}").format(
        letter=label.letter, toggle=codebook.toggle_key(label), set=codebook.set_key(label)
    )
    rules = "".join(f"<li>{escape(rule)}</li>" for rule in label.rules)
    examples = "".join(
        f"<li>{translate('codebook', 'Applies:') if example.applies else translate('codebook', 'Does not apply:')} "
        f"<i>{escape(example.text)}</i> {escape(example.why)}</li>"
        for example in label.examples
    )
    lists = "".join(
        f"<p><b>{title}</b></p><ul>{items}</ul>"
        for title, items in ((translate("codebook", "Rules"), rules), (translate("codebook", "Examples"), examples))
        if items
    )
    return f"<h3>{escape(label.name)}</h3><p><small>{escape(keys)}</small></p><p>{escape(label.definition)}</p>{lists}"
