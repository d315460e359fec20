"""What somebody is told at the first start: three quiet hints above the columns, until they are put away."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from heartland_gui.text import Words


class Hints(QFrame):
    """Hidden until they are asked for."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hints")
        said = (
            words.text("Ctrl+K finds anything by its name."),
            words.text("The small number beside a figure leads to its source."),
            words.text("Ctrl+E saves the chart with its sources inside."),
        )
        self.close_button = QPushButton(words.text("Understood"), self)
        self.close_button.setObjectName("hints_close")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(18)
        for sentence in said:
            label = QLabel(sentence, self)
            label.setWordWrap(True)
            row.addWidget(label, 1)
        row.addWidget(self.close_button)
        self.setAccessibleName(words.sentences(said))
        self.close_button.clicked.connect(self.hide)
        self.hide()
