"""Numbers as they are written: rounded for people, and computed with.

A number of double precision is hardly ever the decimal that was written: 2.675 is a little less in binary, and would be
rounded down; 100.3 less 100.1 would not be 0.2. So both are done with the decimal that stands in the file, which is the
shortest one that means the same binary number.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

_HALVES_UP: Final = Context(prec=400, rounding=ROUND_HALF_UP)
"""Wide enough for every number of double precision with all its decimals."""


def written(value: float | Decimal) -> Decimal:
    """Return a finite number exactly as it is written."""
    # Numbers of numpy are floats as well, but say their type before themselves.
    return Decimal(float.__repr__(value)) if isinstance(value, float) else Decimal(value)


def rounded(value: float | Decimal, decimals: int) -> Decimal:
    """Return a finite number with so many decimals; halves go away from zero."""
    return written(value).quantize(Decimal(1).scaleb(-decimals), context=_HALVES_UP)


def significant(value: float | Decimal, digits: int) -> Decimal:
    """Return a finite number with so many significant digits; halves go away from zero."""
    number = written(value)
    return rounded(number, digits - 1 - number.adjusted()) if number else number


def last_digit(number: Decimal) -> Decimal:
    """Return what one of the last digit that is not 0 is worth: 0.01 of 1.25, 10,000 of 830,000."""
    exponent = number.normalize(_HALVES_UP).as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)


def difference(later: float, earlier: float) -> float:
    """Return `later - earlier`, without the noise of binary numbers."""
    return float(written(later) - written(earlier))


def quotient(part: float, whole: float) -> float:
    """Return `part / whole`, infinite where it is too large; `whole` is not zero."""
    return float(written(part) / written(whole))


def percentage(part: float, whole: float) -> float:
    """Return `100 * part / whole`, infinite where it is too large; `whole` is not zero."""
    return float(100 * written(part) / written(whole))
