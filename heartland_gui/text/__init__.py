"""What is said, in the chosen language: messages, numbers, amounts, periods.

Every sentence that a person reads goes through `Words`. English sentences are the keys of the catalogues (gettext), and
so are the conventions of numbers and dates: a language is one catalogue and no code.
"""

from heartland_gui.text.messages import EN_DASH, MINUS, NO_BREAK_SPACE, Message, message
from heartland_gui.text.numbers import Magnitude
from heartland_gui.text.words import Words

__all__ = ["EN_DASH", "MINUS", "NO_BREAK_SPACE", "Magnitude", "Message", "Words", "message"]
