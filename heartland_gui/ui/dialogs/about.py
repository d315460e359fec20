"""What this program is."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from heartland_gui import __version__
from heartland_gui.ui.session import Session
from heartland_gui.ui.theme import TEXT_WIDTH


class AboutDialog(QDialog):
    """The program, its licence, and the licence of the data that is open."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = session.words
        self.setObjectName("about_dialog")
        self.setWindowTitle(words.text("About Heartland"))
        name = words.text("Heartland {version}", version=__version__)
        paragraphs = [
            f"<b>{escape(name)}</b>",
            escape(words.text("A desktop browser for a region's economy in transition. Every number has its source.")),
            escape(words.text("The program is free software under the MIT licence.")),
        ]
        if session.is_open:
            manifest = session.dataset.manifest
            title = manifest.title.text(words.language)
            about_data = words.text("Data: {title}, licence {licence}.", title=title, licence=manifest.licence or "–")
            paragraphs.append(escape(about_data))
        text = QLabel("<br><br>".join(paragraphs), self)
        text.setWordWrap(True)
        text.setMaximumWidth(TEXT_WIDTH // 2)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(words.text("Close"))
        close.setIcon(QIcon())
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.setSpacing(14)
        layout.addWidget(text)
        layout.addWidget(buttons)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
