"""When something was painted for the first time, on a clock that the parent process shares."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

_PAINTED = QEvent.Type(QEvent.registerEventType())


class Measurement(QObject):
    """Notes the first painting of widgets and reports it, with the peak of memory, as a line of JSON."""

    def __init__(self) -> None:
        super().__init__()
        self._names: dict[QObject, str] = {}
        self._times: dict[str, float] = {}
        self._finished: list[str] = []
        self._waiting: dict[str, Callable[[], None]] = {}
        self.more: dict[str, list[float]] = {}

    def watch(self, widget: QWidget, name: str) -> None:
        """Note under `name` when the widget is painted for the first time."""
        self._names[widget] = name
        widget.installEventFilter(self)

    def until(self, name: str, then: Callable[[], None]) -> None:
        """Call `then` once `name` was painted."""
        self._waiting[name] = then

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See what is painted; everything takes its course."""
        if event.type() == QEvent.Type.Paint and watched in self._names:
            name = self._names.pop(watched)
            watched.removeEventFilter(self)
            # The event comes before the painting. What is posted now is received as soon as all of it is on the screen;
            # a timer would stand in line behind those of the program.
            self._finished.append(name)
            QCoreApplication.postEvent(self, QEvent(_PAINTED), Qt.EventPriority.HighEventPriority.value)
        return False

    def customEvent(self, event: QEvent) -> None:
        """Note the time after a painting."""
        if event.type() == _PAINTED:
            self._painted(self._finished.pop(0))

    def report(self) -> None:
        """Write what was measured and end the program."""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # kibibytes on Linux
        sys.stdout.write(json.dumps({"painted": self._times, "peak": peak, **self.more}) + "\n")
        sys.stdout.flush()
        QApplication.exit(0)

    def _painted(self, name: str) -> None:
        self._times.setdefault(name, time.monotonic())
        then = self._waiting.pop(name, None)
        if then is not None:
            then()
