"""The sample has goals in every state one meets, both ways, in the clients' languages."""

from __future__ import annotations

from amdesk.domain.goal_state import STATES
from amdesk.services import agenda, clients, goals
from tests.portfolios import sample_desk


def test_goals_of_the_sample_are_in_every_state_but_the_impossible_one() -> None:
    desk = sample_desk()
    assert goals.counts(desk).keys() == set(STATES) - {"no_span"}
    found = goals.lines(desk, goals.find(desk))
    assert {line.goal.direction for line in found} == {"up", "down"}
    assert {line.goal.rhythm for line in found} == {"weekly", "monthly"}
    assert {line.goal.shared for line in found} == {True, False}
    languages = {clients.get(desk, line.goal.client_id).language for line in found}
    assert languages == {"en", "he", "fa", "ru", "el"}


def test_goals_of_the_sample_have_milestones_and_actions_and_stand_on_today() -> None:
    desk = sample_desk()
    pages = [goals.get(desk, goal_id) for goal_id in goals.find(desk)]
    assert {bool(one.reached_on) for page in pages for one in page.milestones} == {True, False}
    assert {one.side for page in pages for one in page.actions} == {"us", "client", "third"}
    assert all(one.taken_on <= desk.today() for page in pages for one in page.measurements)
    assert {"measurements", "goals"} <= {section.name for section in agenda.today(desk).sections}
