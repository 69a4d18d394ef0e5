"""The shape of a fuller history: when a row was new, what it was a part of, whether a step was taken back."""

from __future__ import annotations

from collections.abc import Mapping

# Of which record a row is a part, by the column that names it: the first one that names any.
PART_OF: Mapping[str, tuple[tuple[str, str], ...]] = {
    "contact": (("client", "client_id"),),
    "address": (("contact", "contact_id"), ("client", "client_id")),
    "interaction_contact": (("interaction", "interaction_id"),),
    "summary": (("interaction", "interaction_id"),),
    "point": (("summary", "summary_id"),),
    "relative": (("contact", "contact_id"),),
    "personal_date": (("contact", "contact_id"), ("relative", "relative_id")),
    "measurement": (("goal", "goal_id"),),
    "milestone": (("goal", "goal_id"),),
    "planned_action": (("goal", "goal_id"),),
    "task_link": (("task", "task_id"),),
    "question": (("task", "task_id"),),
}


def part_of(noun: str, column: str) -> str:
    """SQL for what a row is a part of, as ``contact 12``; ``column`` makes a column into SQL.

    A file is noted under the UUID of its record, which is all that it knows.
    """
    if noun == "attachment":
        return f"{column.format('noun')} || ' ' || {column.format('about')}"
    named = [f"'{of} ' || {column.format(one)}" for of, one in PART_OF.get(noun, ())]
    return f"coalesce({', '.join(named)}, NULL)" if named else "NULL"


_FORMER = "json_extract(was, '$.{}')"
_BEFORE = ";\n".join(
    f"UPDATE history SET part_of = {part_of(noun, column=_FORMER)} WHERE noun = '{noun}'"
    for noun in (*PART_OF, "attachment")
)
# Rows new in a step stand there by their ids, first to last. What was done before this shape has no birth.
M011 = f"""
ALTER TABLE step ADD COLUMN way TEXT NOT NULL DEFAULT 'done';
ALTER TABLE history ADD COLUMN part_of TEXT;
ALTER TABLE history ADD COLUMN is_end INTEGER NOT NULL DEFAULT 0;
{_BEFORE};
CREATE INDEX history_by_part ON history(part_of, noun) WHERE part_of IS NOT NULL;
CREATE TABLE born (
  id INTEGER PRIMARY KEY, step_id INTEGER NOT NULL, noun TEXT NOT NULL, first INTEGER NOT NULL,
  last INTEGER NOT NULL
) STRICT;
CREATE INDEX born_by_row ON born(noun, first);
CREATE INDEX born_many ON born(noun, last) WHERE first < last;
"""
