"""Names of pages and views, and the sentences on addresses that lead nowhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.entities import Topic
from heartland_gui.model.selection import AddressError, AddressFault, Selection, View, no_page, selection_at
from heartland_gui.pages.names import VIEW_NAMES, address_refusal, page_name, selection_name, topic_name
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in
from tests.charts.shipped import shipped_dataset
from tests.charts.small_region import REGION, company, region, said

WORDS = Words()


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("heartland:company/gone", "The dataset has no page “gone”."),
        (
            "heartland:company/snd-new-energy-special-vehicl",
            "The dataset has no page “snd-new-energy-special-vehicl”; did you mean snd-new-energy-special-vehicle?",
        ),
        ("heartland:place/taiyuan?dataset=hunan", "The address is of the dataset “hunan”; “shanxi” is open."),
        ("heartland:", "The dataset has no page “”."),
        ("heartland://[", "“heartland://[” is not the address of a page."),
        ("heartland:comparison/a,b,c,d,e,f,g,h,i", "At most 8 can be compared; the address names 9."),
    ],
)
def test_an_address_that_leads_nowhere_says_why(address: str, sentence: str) -> None:
    with pytest.raises(AddressError) as caught:
        selection_at(shipped_dataset(), address)
    assert address_refusal(caught.value, WORDS) == sentence


def test_a_page_of_a_name_that_two_have_carries_its_parent() -> None:
    dataset = region()
    maker, rival, *others = dataset.companies
    dataset = replace(dataset, companies=(maker, replace(rival, name=maker.name, place="south"), *others))
    assert selection_name(dataset, Selection(company("rival"), REGION), WORDS) == "Maker Works (South City)"


def test_a_long_address_is_not_said_whole() -> None:
    for count, ending in ((80, "x"), (81, "…")):
        said = address_refusal(AddressError(AddressFault.FORM, "x" * count), WORDS)
        assert said == f"“{'x' * 80}{'' if ending == 'x' else ending}” is not the address of a page."


def test_several_ids_may_have_been_meant() -> None:
    said = address_refusal(no_page(shipped_dataset(), "securities"), WORDS)
    assert said.startswith("The dataset has no page “securities”; did you mean ")


def test_every_view_but_that_of_a_subject_has_a_name() -> None:
    dataset = region()
    assert set(VIEW_NAMES) == set(View) - {View.SUBJECT}
    for view, name in VIEW_NAMES.items():
        said = selection_name(dataset, Selection(REGION, REGION, view=view), WORDS)
        if view is View.MAP:
            assert said == f"Map of {dataset.region.name.text('en')}"
        else:
            assert said == WORDS.say(name)


def test_a_page_is_named_by_its_subject_and_a_comparison_by_its_members() -> None:
    dataset = region()
    assert selection_name(dataset, Selection(REGION, REGION), WORDS) == dataset.region.name.text("en")
    two = dataset.entity(comparison_of(["maker", "north"]))
    assert page_name(two, WORDS) == f"Comparison: {two.name.text('en')}"  # type: ignore[union-attr]
    assert page_name(dataset.entity(comparison_of([])), WORDS) == "Comparison"


def test_a_topic_without_a_name_is_called_by_its_id() -> None:
    bare = replace(region(), topics=())
    assert topic_name(bare, "energy-and-new-materials", WORDS) == "Energy and new materials"
    assert topic_name(bare, "", WORDS) == "Other"
    named = replace(bare, topics=(Topic("energy-and-new-materials", said("Energy", "能源")),))
    assert topic_name(named, "energy-and-new-materials", words_in("zh")) == "能源"
