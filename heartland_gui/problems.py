"""What is wrong with somebody's files, said so that it can be mended.

A problem is a value: the reader collects them all, the command line prints them, the window lists them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from heartland_gui.text import Message, Words


class Severity(StrEnum):
    """How bad a problem is: with an error something was left out, with a warning nothing was."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend.

    `line` and `column` count from 1 and are None where the problem is about the file as a whole.
    `code` is a stable kebab-case word that scripts may rely on; `message` and `hint` are translatable.
    """

    file: str
    line: int | None
    column: int | None
    severity: Severity
    code: str
    message: Message
    hint: Message | None = None

    def sentence(self, words: Words) -> str:
        """Return the message with its hint in brackets, in the language of `words`."""
        if self.hint is None:
            return words.say(self.message)
        return words.text("{sentence} ({hint})", sentence=words.say(self.message), hint=words.say(self.hint))

    def report_line(self, words: Words) -> str:
        """Return `file:line:column: severity[code]: sentence (hint)`.

        A problem of the whole file is reported at 1:1, so that every line has the same form for editors and scripts.
        """
        place = f"{self.file}:{self.line or 1}:{self.column or 1}"
        return f"{place}: {self.severity}[{self.code}]: {self.sentence(words)}"


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether anything among the problems is more than a warning."""
    return any(problem.severity is Severity.ERROR for problem in problems)
