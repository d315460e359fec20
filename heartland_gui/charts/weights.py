"""How informative a chart is: one scale for all kinds, by which a page orders its charts.

A weight is a number of about 0 to 20; the chart with the greatest one stands first. It says how much there is to see,
not how large the numbers are. Every kind has a least and a most, and lies between them by how much of its room it
fills; the rest is added or taken away for the reasons that are named below.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Weight:
    """The scale of a kind of chart: `least` where it shows little, `most` where its room is filled."""

    least: float
    most: float
    headline: float = 0.0
    """More for the indicator that the dataset wants shown first, less of it for the next."""
    complete: float = 0.0
    """More where whoever chose a few to compare gets all of them."""
    variety: float = 0.0
    """More for each thing that is told beside the first: other statuses, or a share of what is done."""
    of_company: float = 0.0
    """Added on the page of a company: its own course says more than where it stands among others."""
    doubtful: float = 0.0
    """Added where the numbers are there, and what the kind is made for cannot be computed or drawn."""

    def of(
        self,
        shown: float = 1,
        room: float = 1,
        *,
        headline: float = 0.0,
        complete: bool = False,
        variety: float = 0.0,
        of_company: bool = False,
        doubtful: bool = False,
    ) -> float:
        """Return the weight of a chart that shows so much of what it has room for.

        `headline` is 1 for the first indicator of the dataset's choice and falls to 0 for those that it did not choose.
        """
        fullness = min(shown, room)
        return (
            self.least
            + (self.most - self.least) * fullness / room
            + self.headline * headline
            + self.complete * complete
            + self.variety * variety
            + self.of_company * of_company
            + self.doubtful * doubtful
        )


OVER_TIME: Final = Weight(least=-2, most=6, headline=8, variety=1.5, doubtful=-8)
"""Filled by eight periods; doubtful where all figures are of one period."""
SEVERAL_OVER_TIME: Final = Weight(least=0, most=9, headline=1, complete=5)
"""Filled by eight members of eight years."""
MULTIPLES: Final = Weight(least=0, most=6)
"""Filled by six indicators of six years."""
STRUCTURE: Final = Weight(least=8, most=12)
"""Filled by three years: then it shows how the parts change."""
RANKING: Final = Weight(least=0, most=12, headline=2, complete=4, variety=1, of_company=-4)
"""Filled by twelve members."""
MAP: Final = Weight(least=3, most=7)
"""Filled by all cities."""
MAP_OF_COMPANIES: Final = Weight(least=11, most=11)
MAP_OF_HEADLINE: Final = Weight(least=11, most=11, headline=1)
"""Such an indicator goes before the number of companies, however many cities have it."""
TARGETS: Final = Weight(least=4, most=9)
"""Filled by two plans."""
TARGETS_OF_COMPANY: Final = Weight(least=1.25, most=1.25)
"""The company's own figures over time say more, and hold the same plans."""
CHANGE: Final = Weight(least=5, most=7, headline=0.5, of_company=-4, doubtful=-2)
"""Filled by eight members; doubtful where no change may be computed."""
TIMELINE: Final = Weight(least=1, most=1)
"""Figures say more than events."""
COVERAGE: Final = Weight(least=0.5, most=0.5)
"""What the dataset knows is the least that a page tells."""
