"""The shape of goals in the file: goals, measurements, milestones, planned actions."""

from __future__ import annotations

# The last measurement stands in the goal itself (see ``kept``): lists and Today ask for it by the thousand.
M006 = """
CREATE TABLE goal (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE CASCADE,
  name TEXT NOT NULL, sort_name TEXT NOT NULL, folded TEXT NOT NULL, kpi TEXT NOT NULL DEFAULT '',
  unit TEXT NOT NULL DEFAULT '', direction TEXT NOT NULL DEFAULT 'up',
  baseline TEXT NOT NULL, target TEXT NOT NULL, start_on TEXT NOT NULL, due_on TEXT NOT NULL,
  rhythm TEXT NOT NULL DEFAULT 'weekly', shared INTEGER NOT NULL DEFAULT 0,
  notes TEXT NOT NULL DEFAULT '', ended_on TEXT, value TEXT, measured_on TEXT,
  created_at TEXT NOT NULL, deleted_at TEXT
) STRICT;
CREATE INDEX goal_by_client ON goal(client_id);
CREATE INDEX goal_open ON goal(
  due_on, start_on, rhythm, measured_on, value, baseline, target, client_id, id)
  WHERE deleted_at IS NULL AND ended_on IS NULL;
CREATE TABLE measurement (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
  goal_id INTEGER NOT NULL REFERENCES goal(id) ON DELETE CASCADE,
  taken_on TEXT NOT NULL, value TEXT NOT NULL, note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX measurement_by_goal ON measurement(goal_id, taken_on, id, value);
CREATE TABLE milestone (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
  goal_id INTEGER NOT NULL REFERENCES goal(id) ON DELETE CASCADE,
  title TEXT NOT NULL, due_on TEXT NOT NULL, value TEXT, reached_on TEXT
) STRICT;
CREATE INDEX milestone_by_goal ON milestone(goal_id, due_on);
CREATE TABLE planned_action (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
  goal_id INTEGER NOT NULL REFERENCES goal(id) ON DELETE CASCADE,
  title TEXT NOT NULL, side TEXT NOT NULL DEFAULT 'us', owner TEXT NOT NULL DEFAULT '',
  start_on TEXT, due_on TEXT, done_on TEXT
) STRICT;
CREATE INDEX planned_action_by_goal ON planned_action(goal_id);
"""
