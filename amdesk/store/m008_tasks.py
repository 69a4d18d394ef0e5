"""The shape of tasks in the file, and a task for each action that was agreed before there were any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amdesk.domain.text import fold, is_blank

if TYPE_CHECKING:
    from sqlite_utils import Database

OPEN = "deleted_at IS NULL AND state IN ('open', 'waiting', 'checked')"
# Checkpoints to be looked at. An index serves only queries that hold its very condition.
RINGING = "deleted_at IS NULL AND state IN ('open', 'waiting') AND checkpoint_at IS NOT NULL"
RINGS_AT = "coalesce(snoozed_until_at, checkpoint_at)"
BY_DUE = "coalesce(due_on, '9999')"

SCRIPT = f"""
CREATE TABLE task (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
  client_id INTEGER REFERENCES client(id) ON DELETE CASCADE,
  goal_id INTEGER REFERENCES goal(id) ON DELETE SET NULL, no_goal_reason TEXT NOT NULL DEFAULT '',
  contact_id INTEGER REFERENCES contact(id) ON DELETE SET NULL,
  point_id INTEGER REFERENCES point(id) ON DELETE SET NULL,
  title TEXT NOT NULL, folded TEXT NOT NULL DEFAULT '', result TEXT NOT NULL DEFAULT '',
  requirements TEXT NOT NULL DEFAULT '', side TEXT NOT NULL DEFAULT 'us',
  assignee TEXT NOT NULL DEFAULT '', assignee_address TEXT NOT NULL DEFAULT '',
  assignee_language TEXT NOT NULL DEFAULT '',
  agreed_on TEXT, start_on TEXT, due_on TEXT,
  important INTEGER NOT NULL DEFAULT 0, urgent INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'open', checkpoint_at TEXT, checkpoint_by_hand INTEGER NOT NULL DEFAULT 0,
  snoozed_until_at TEXT, promise INTEGER NOT NULL DEFAULT 0, told INTEGER NOT NULL DEFAULT 1,
  done_at TEXT, created_at TEXT NOT NULL, deleted_at TEXT
) STRICT;
CREATE INDEX task_open ON task({BY_DUE}, id, side, important, urgent, client_id, assignee) WHERE {OPEN};
CREATE INDEX task_settled ON task(done_at DESC, id DESC)
  WHERE deleted_at IS NULL AND state IN ('done', 'dropped');
CREATE INDEX task_ringing ON task({RINGS_AT}, id) WHERE {RINGING};
CREATE INDEX task_by_client ON task(client_id) WHERE client_id IS NOT NULL;
CREATE INDEX task_by_goal ON task(goal_id) WHERE goal_id IS NOT NULL;
CREATE INDEX task_by_contact ON task(contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX task_by_point ON task(point_id) WHERE point_id IS NOT NULL;

CREATE TABLE task_link (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
  task_id INTEGER NOT NULL REFERENCES task(id) ON DELETE CASCADE,
  after_id INTEGER NOT NULL REFERENCES task(id) ON DELETE CASCADE, UNIQUE (task_id, after_id)
) STRICT;
CREATE INDEX task_link_by_after ON task_link(after_id);

CREATE TABLE question (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
  task_id INTEGER NOT NULL REFERENCES task(id) ON DELETE CASCADE,
  text TEXT NOT NULL, asked_at TEXT NOT NULL, answered_on TEXT, answer TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX question_by_task ON question(task_id);
CREATE INDEX question_open ON question(asked_at) WHERE answered_on IS NULL;

CREATE TABLE attachment (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, noun TEXT NOT NULL, about TEXT NOT NULL,
  name TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL, added_at TEXT NOT NULL
) STRICT;
CREATE INDEX attachment_by_owner ON attachment(noun, about);
"""


def of_actions_before(db: Database) -> None:
    """A task for each action agreed before there were tasks; whose it is of us, nobody can tell by now."""
    from amdesk.domain.action import own_uuid  # what it brings along is not for the first paint

    found = db.execute(
        "SELECT i.client_id, p.id, p.uuid, p.text, p.side, p.owner, p.due_on, i.started_at "
        "FROM point p JOIN summary s ON s.id = p.summary_id JOIN interaction i ON i.id = s.interaction_id "
        "WHERE p.kind = 'action' AND s.state NOT IN ('corrected', 'not_needed')"
    ).fetchall()
    for client_id, point_id, uuid, text, side, owner, due_on, said_at in found:
        if is_blank(text):
            continue
        db.execute(
            "INSERT INTO task(uuid, client_id, point_id, title, folded, side, assignee, due_on, promise, "
            "created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)",
            [own_uuid(uuid), client_id, point_id, text.strip(), fold(f"{text} {owner}"), side or "us",
             owner.strip(), due_on, said_at],
        )  # fmt: skip
