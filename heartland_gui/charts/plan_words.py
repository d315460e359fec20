"""Plans and their outcomes in words."""

from __future__ import annotations

from heartland_gui.charts.plans import Plan
from heartland_gui.model.dataset import Dataset
from heartland_gui.text import Words


def plan_text(dataset: Dataset, plan: Plan, words: Words, *, own_figure: bool = True) -> str:
    """Return `target for 2026: > 20 bn m³`, or `Investment, announced 2025: ≈ 55 bn yuan`.

    Where the figure beside it is of another indicator (`own_figure` is False) the plan says what it is of:
    `plan: New energy capacity added, 20 GW in 2026 (> 16.9 GW in 2025)`.
    """
    return ""


def outcome_text(dataset: Dataset, plan: Plan, words: Words) -> str:
    """Return `missed by 1 point`, `no figure since 2020`, `not yet due`; of what is announced `announced`."""
    return ""


def outcome_sentence(dataset: Dataset, plan: Plan, words: Words) -> tuple[str, str]:
    """Return the line below a figure in its parts: `target for 2025: ≈ 5 %` and `missed by 1 point`.

    The second is empty where nothing can be said yet; the two have different colours and are joined by
    `wording`'s list: `target for 2025: ≈ 5 %, missed by 1 point`.
    """
    return "", ""
