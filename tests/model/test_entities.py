"""What a dataset names: texts in several languages, and which page a thing has."""

from __future__ import annotations

from enum import StrEnum

import pytest

from heartland_gui.model.entities import (
    NO_UNIT,
    PERCENT,
    WITHOUT_FIGURES,
    ActorKind,
    Better,
    Company,
    Compare,
    Comparison,
    Entity,
    EventKind,
    Grade,
    Indicator,
    IndicatorKind,
    IndicatorRole,
    Localized,
    Pillar,
    PillarBasis,
    Place,
    Ref,
    Source,
    SubjectKind,
    Technology,
    UnitScale,
    Zone,
    ref_of,
)

NAME = Localized((("en", "Mill"),))
LOCALIZED = Localized((("en", "Mill"), ("zh", "磨坊"), ("zh-Hant", "磨坊廠")))


def test_localized_texts_fall_back() -> None:
    assert [LOCALIZED.text(language) for language in ("en", "zh", "zh-Hant", "zh-CN", "fr", "en-GB")] == [
        "Mill",
        "磨坊",
        "磨坊廠",
        "磨坊",
        "Mill",
        "Mill",
    ]
    assert LOCALIZED.other("en") == "磨坊"
    assert LOCALIZED.other("zh") == "Mill"
    assert Localized((("en", "Mill"),)).other("zh") is None
    assert Localized(()).text("en") == ""


def test_the_base_language_is_taken_only_where_the_whole_tag_has_no_form() -> None:
    assert Localized((("zh", "磨坊"), ("zh-Hant", "磨坊廠"))).text("zh-Hant") == "磨坊廠"
    assert Localized((("zh-Hant", "磨坊廠"), ("en", "Mill"))).text("en-GB-oxendict") == "Mill"
    assert Localized((("en", "Mill"), ("zh-Hant", "磨坊廠"))).text("zh-Hans") == "Mill"


def test_all_forms_stand_in_the_order_of_the_dataset() -> None:
    assert LOCALIZED.all_texts() == ("Mill", "磨坊", "磨坊廠")
    assert Localized().all_texts() == ()


@pytest.mark.parametrize(
    ("entity", "kind"),
    [
        (Place("a", NAME, "county"), SubjectKind.PLACE),
        (Zone("a", NAME), SubjectKind.ZONE),
        (Pillar("a", NAME), SubjectKind.PILLAR),
        (Technology("a", NAME), SubjectKind.TECHNOLOGY),
        (Company("a", NAME), SubjectKind.COMPANY),
        (Source("a", NAME, NAME), SubjectKind.SOURCE),
        (Comparison("a", NAME, ()), SubjectKind.COMPARISON),
        (Indicator("a", NAME, "yuan", IndicatorKind.FLOW), SubjectKind.INDICATOR),
    ],
)
def test_every_entity_has_its_page(entity: Entity, kind: SubjectKind) -> None:
    assert ref_of(entity) == Ref(kind, "a")
    assert (kind in WITHOUT_FIGURES) is (kind in ("source", "comparison", "indicator"))


def test_flows_and_growth_are_of_a_period_and_the_others_of_a_moment() -> None:
    assert {kind.value: kind.is_of_period for kind in IndicatorKind} == {
        "flow": True,
        "stock": False,
        "ratio": False,
        "index": False,
        "growth": True,
    }


def test_computed_shares_are_percentages() -> None:
    assert (PERCENT.scale, PERCENT.percentage) == (UnitScale.RATIO, True)
    assert (PERCENT.name.text("en"), PERCENT.symbol.text("en")) == ("percent", "%")
    assert (NO_UNIT.scale, NO_UNIT.percentage, NO_UNIT.factor) == (UnitScale.COUNT, False, 1)
    assert NO_UNIT.id == NO_UNIT.name.text("en") == NO_UNIT.symbol.text("en") == ""


WORDS = {
    ActorKind: "company institution project park scenic-area airport",
    PillarBasis: "stated assigned",
    UnitScale: "money count physical ratio",
    IndicatorKind: "flow stock ratio index growth",
    IndicatorRole: "population",
    Better: "more less neither",
    Compare: "never",
    Grade: "official company press reference aggregator copy",
    EventKind: "founded operations-resumed production-started contract investment policy opening listing expansion "
    "milestone plan",
    SubjectKind: "place zone pillar technology company source comparison indicator",
}


@pytest.mark.parametrize(("kinds", "words"), WORDS.items(), ids=lambda each: getattr(each, "__name__", ""))
def test_datasets_are_written_in_these_words(kinds: type[StrEnum], words: str) -> None:
    assert [kind.value for kind in kinds] == words.split()
