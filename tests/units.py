"""Units as tests need them."""

from __future__ import annotations

from typing import Any, Final

from heartland_gui.model.entities import Localized, Unit, UnitScale


def unit(symbol: str, scale: str = "count", **known: Any) -> Unit:
    """Return a unit with the same symbol in every language."""
    said = Localized((("en", symbol),))
    return Unit(symbol, said, said, UnitScale(scale), **known)


_KW: Final = Localized((("en", "kW"), ("ru", "кВт"), ("zh", "千瓦")))
KILOWATT: Final = Unit(
    "kw", _KW, _KW, UnitScale.PHYSICAL, si=Localized((("en", "W"), ("ru", "Вт"), ("zh", "瓦"))), factor=1000
)
