"""Comparisons as pages: named by their members, honest about what cannot be compared."""

from __future__ import annotations

import pytest

from heartland_gui.model.comparison import MOST_MEMBERS, comparison_of, known_comparison, members_of
from heartland_gui.model.entities import Comparison, Ref, SubjectKind
from heartland_gui.model.queries import companies_of, own_listing, page_sources
from heartland_gui.model.selection import AddressError, AddressFault, Selection, address_of, selection_at
from heartland_gui.text import Words
from tests.charts.small_region import MAKER, REGION, model_case, region

WORDS = Words()


def test_a_page_names_each_member_once_in_order() -> None:
    page = comparison_of(["maker", "north", "maker"])
    assert members_of(page) == ("maker", "north")
    assert members_of(MAKER) == ()
    assert members_of(comparison_of(())) == ()


def test_any_subjects_make_a_comparison_and_their_names_its_name() -> None:
    found = region().entity(comparison_of(["maker", "north", "vehicles"]))
    assert isinstance(found, Comparison)
    assert [each.id for each in found.members] == ["maker", "north", "vehicles"]
    assert found.name.text("en") == "Maker Works · North City · Vehicles"
    assert found.name.text("zh") == "maker厂 · 北城 · 汽车"


def test_of_many_members_the_first_are_named() -> None:
    found = region().entity(comparison_of(["maker", "rival", "third", "fourth", "north"]))
    assert isinstance(found, Comparison)
    assert found.name.text("en") == "Maker Works · Rival Works · Third Works + 2"


@pytest.mark.parametrize(
    "ids",
    [
        "maker,gone",
        "maker,maker",
        "maker,",
        ",",
        "maker,paper",
        ",".join(f"maker-{number:02d}" for number in range(MOST_MEMBERS + 1)),
    ],
)
def test_what_is_gone_repeated_or_too_much_is_no_comparison(ids: str) -> None:
    page = Ref(SubjectKind.COMPARISON, ids)
    assert region(more_makers=10).find(page) is None


def test_what_is_left_of_a_comparison() -> None:
    subjects = region(more_makers=10).subjects
    assert known_comparison(subjects, Ref(SubjectKind.COMPARISON, "gone,maker,maker,north")).id == "maker,north"
    many = comparison_of(f"maker-{number:02d}" for number in range(10))
    assert len(members_of(known_comparison(subjects, many))) == MOST_MEMBERS


def test_ids_with_commas_mean_a_comparison() -> None:
    assert region().ref("maker,north") == comparison_of(["maker", "north"])
    assert region().ref("maker,gone") is None


def test_an_address_leads_back_to_it() -> None:
    dataset = model_case()
    place = Selection(comparison_of(["maker", "north"]), REGION, chart="ranking", indicator="output")
    address = address_of(dataset, place)
    assert address.startswith("heartland:comparison/maker,north?")
    assert selection_at(dataset, address) == place
    empty = Selection(comparison_of(()), REGION)
    assert selection_at(dataset, address_of(dataset, empty)) == empty


@pytest.mark.parametrize(
    ("path", "fault", "asked", "known"),
    [
        ("maker,rivel", AddressFault.PAGE, "rivel", ("rival",)),
        ("maker,,north", AddressFault.PAGE, "", ()),
        ("a,b,c,d,e,f,g,h,i", AddressFault.MEMBERS, "a,b,c,d,e,f,g,h,i", tuple("abcdefghi")),
        ("1,2,3,4,5,6,7,8", AddressFault.PAGE, "1", ()),
    ],
)
def test_an_address_that_will_not_do_tells_why(
    path: str, fault: AddressFault, asked: str, known: tuple[str, ...]
) -> None:
    with pytest.raises(AddressError) as caught:
        selection_at(region(), f"heartland:comparison/{path}")
    assert (caught.value.fault, caught.value.asked, caught.value.known) == (fault, asked, known)


def test_what_goes_with_it() -> None:
    dataset = model_case()
    page = comparison_of(["maker", "north"])
    assert [company.id for company in companies_of(dataset, page)] == ["maker"]
    assert own_listing(dataset, page) == REGION
    assert [source.id for source in page_sources(dataset, page)] == ["paper", "report"]
