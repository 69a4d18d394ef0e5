"""A column that is added finds its place: in the history of its noun, and where two records become one."""

from __future__ import annotations

import pytest

from amdesk.domain.merge_choices import BIRTHDAY, FIELD_NAMES
from amdesk.domain.record_fields import FIELDS
from amdesk.store.migrations import KEPT
from amdesk.store.records import REFERENCES
from tests import desks

# What a person never types: told by the record itself, by its life, or by the page it stands on.
UNTOLD = {
    "client": {"created_at"},
    "contact": set(),
    "address": set(),
    "interaction": {"reference", "zone"},
    "interaction_contact": set(),
    "summary": {
        "chased_at", "chases", "confirmed_at", "created_at", "handed_over_at", "handed_over_by", "message_id",
        "sent_at", "sent_html", "sent_plain", "sent_to", "subject", "version",
    },
    "point": {"position"},
    "reminder": {"about", "created_at", "noun", "repeat_from"},
    "relative": set(),
    "personal_date": {"settled_on", "snoozed_until_at"},
    "goal": {"created_at"},
    "measurement": set(),
    "milestone": set(),
    "planned_action": set(),
    "task": {"created_at", "told"},
    "task_link": set(),
    "question": {"asked_at"},
    "attachment": {"about", "added_at", "noun", "sha256", "size"},
}  # fmt: skip


def columns(noun: str) -> set[str]:
    """The columns of a noun that hold something of their own."""
    desk = desks.desk()
    found = {row["name"] for row in desk.store.rows(f"PRAGMA table_info({noun})")}
    return found - {"id", "uuid", "deleted_at"} - set(KEPT.get(noun, ()))


def test_every_noun_with_a_history_is_looked_at() -> None:
    assert UNTOLD.keys() == FIELDS.keys()


@pytest.mark.parametrize("noun", FIELDS)
def test_a_column_is_told_in_the_history_or_is_no_news(noun: str) -> None:
    told = {column for field in FIELDS[noun].values() for column in field.columns}
    assert columns(noun) - told - set(REFERENCES[noun]) == UNTOLD[noun]


@pytest.mark.parametrize(("noun", "by_itself"), [("client", {"asking", "created_at"}), ("contact", set())])
def test_a_column_is_chosen_when_two_become_one_or_follows_by_itself(noun: str, by_itself: set[str]) -> None:
    asked = {*FIELD_NAMES[noun], *(BIRTHDAY if "birthday" in FIELD_NAMES[noun] else ())}
    assert columns(noun) - asked == by_itself
