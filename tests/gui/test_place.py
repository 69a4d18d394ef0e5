"""The way back: places, forward again, editors that leave no place behind."""

from __future__ import annotations

from amdesk.gui.place import Place, Trail

TODAY, CLIENTS, CLIENT, EDITOR = Place("today"), Place("clients"), Place("client", 7), Place("edit_client", 7)


def walked(*places: Place) -> Trail:
    trail = Trail(TODAY)
    for place in places:
        trail.go(place)
    return trail


def test_one_comes_back_the_way_one_went() -> None:
    trail = walked(CLIENTS, CLIENT)
    assert [trail.back().place, trail.back().place, trail.back().place] == [CLIENTS, TODAY, TODAY]
    assert [trail.forward().place, trail.forward().place] == [CLIENTS, CLIENT]


def test_going_elsewhere_forgets_the_way_forward() -> None:
    trail = walked(CLIENTS, CLIENT)
    trail.back()
    trail.go(TODAY)
    assert not trail.can_go_forward
    assert trail.back().place == CLIENTS


def test_going_where_one_is_leaves_no_second_trace() -> None:
    trail = walked(CLIENTS, CLIENTS)
    assert trail.back().place == TODAY


def test_a_finished_editor_is_not_come_back_to() -> None:
    trail = walked(CLIENT, EDITOR)
    assert trail.replace(CLIENT).place == CLIENT
    assert trail.back().place == TODAY


def test_a_given_up_editor_is_not_come_back_to() -> None:
    trail = walked(CLIENT, EDITOR)
    assert trail.drop().place == CLIENT
    assert not trail.can_go_forward


def test_a_place_remembers_how_it_was_left() -> None:
    trail = walked(CLIENTS)
    trail.here.state = {"text": "nor"}
    trail.go(CLIENT)
    assert trail.back().state == {"text": "nor"}


def test_a_long_day_does_not_fill_the_memory() -> None:
    trail = walked(*(Place("client", number) for number in range(500)))
    steps = 0
    while trail.can_go_back:
        trail.back()
        steps += 1
    assert steps < 100
