"""The file's shape, one numbered migration after another; a shipped one is never edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amdesk.store import kept
from amdesk.store import m006_goals as goals_shape
from amdesk.store import m007_shares as shares_shape
from amdesk.store import m008_tasks as tasks_shape
from amdesk.store import m010_duplicates as duplicates_shape
from amdesk.store import m011_history as history_shape
from amdesk.store import m012_outbox as outbox_shape

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database

APPLICATION_ID = 0x616D646B  # "amdk"
LATEST = 12

# Rows a person makes: undoable, with a history, exported whole; in the order in which one refers to another.
NOUNS = (
    "client", "contact", "address", "interaction", "interaction_contact", "summary", "point", "reminder",
    "relative", "personal_date", "goal", "measurement", "milestone", "planned_action",
    "client_share", "task", "task_link", "question", "outgoing", "attachment", "apart", "merged",
)  # fmt: skip
# Columns the file keeps true by itself: a change of theirs is no news to anyone's history.
KEPT = {
    "client": ("last_contact_at", "lacks", "sort_name"),
    "contact": ("sort_name",),
    "interaction": ("state",),
    "reminder": ("folded",),
    "task": ("folded",),
    "goal": ("sort_name", "folded", "value", "measured_on"),
}
# Calls that still want something. The index over them serves only queries that hold this very condition.
OPEN_STATES = ("missing", "draft", "handed_over", "sent", "no_answer")
OPEN = f"state IN {OPEN_STATES}"

_M001 = f"""
CREATE TABLE client (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, sort_name TEXT NOT NULL,
  stage TEXT NOT NULL DEFAULT 'active', tier TEXT, vip INTEGER NOT NULL DEFAULT 0,
  language TEXT NOT NULL DEFAULT 'en', calendar TEXT NOT NULL DEFAULT 'gregorian', country TEXT,
  notes TEXT NOT NULL DEFAULT '', next_step TEXT NOT NULL DEFAULT '',
  next_contact_on TEXT, last_contact_at TEXT, created_at TEXT NOT NULL, deleted_at TEXT
) STRICT;
CREATE INDEX client_by_name ON client(sort_name, id, stage, tier) WHERE deleted_at IS NULL;
CREATE INDEX client_by_last_contact ON client(last_contact_at, id) WHERE deleted_at IS NULL;
CREATE INDEX client_by_next_contact ON client(next_contact_on, id)
  WHERE deleted_at IS NULL AND next_contact_on IS NOT NULL;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE CASCADE,
  name TEXT NOT NULL, sort_name TEXT NOT NULL, role TEXT NOT NULL DEFAULT '',
  language TEXT, preferred_channel TEXT, preferred_hours TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '', left_on TEXT,
  birth_month INTEGER, birth_day INTEGER, birth_year INTEGER, birth_calendar TEXT, deleted_at TEXT
) STRICT;
CREATE INDEX contact_by_client ON contact(client_id);
CREATE INDEX contact_by_name ON contact(sort_name);

CREATE TABLE address (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE CASCADE,
  contact_id INTEGER REFERENCES contact(id) ON DELETE CASCADE,
  medium TEXT NOT NULL, label TEXT NOT NULL, value TEXT NOT NULL, normal TEXT
) STRICT;
CREATE INDEX address_by_client ON address(client_id, contact_id);
CREATE INDEX address_by_normal ON address(normal) WHERE normal IS NOT NULL;

CREATE TABLE interaction (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE CASCADE,
  reference TEXT NOT NULL UNIQUE, channel TEXT NOT NULL, direction TEXT NOT NULL, outcome TEXT NOT NULL,
  started_at TEXT NOT NULL, zone TEXT NOT NULL, minutes INTEGER NOT NULL DEFAULT 0,
  occasion TEXT NOT NULL DEFAULT '', participants TEXT NOT NULL DEFAULT '',
  private_note TEXT NOT NULL DEFAULT '', state TEXT NOT NULL DEFAULT 'missing', deleted_at TEXT
) STRICT;
CREATE INDEX interaction_by_client ON interaction(client_id, started_at DESC, id DESC)
  WHERE deleted_at IS NULL;
CREATE INDEX interaction_by_time ON interaction(started_at DESC, id DESC) WHERE deleted_at IS NULL;

CREATE INDEX interaction_open ON interaction(state, started_at, id)
  WHERE deleted_at IS NULL AND outcome = 'reached' AND {OPEN};

CREATE TABLE interaction_contact (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
  interaction_id INTEGER NOT NULL REFERENCES interaction(id) ON DELETE CASCADE,
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  UNIQUE (interaction_id, contact_id)
) STRICT;
CREATE INDEX interaction_contact_by_contact ON interaction_contact(contact_id);

CREATE TABLE summary (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
  interaction_id INTEGER NOT NULL REFERENCES interaction(id) ON DELETE CASCADE,
  version INTEGER NOT NULL DEFAULT 1, state TEXT NOT NULL DEFAULT 'draft', closing TEXT,
  handed_over_at TEXT, handed_over_by TEXT,
  sent_at TEXT, sent_to TEXT NOT NULL DEFAULT '[]', subject TEXT NOT NULL DEFAULT '',
  sent_plain TEXT NOT NULL DEFAULT '', sent_html TEXT NOT NULL DEFAULT '', message_id TEXT,
  chases INTEGER NOT NULL DEFAULT 0, chased_at TEXT,
  confirmed_by TEXT, confirmed_at TEXT, confirmed_how TEXT, reason TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, UNIQUE (interaction_id, version)
) STRICT;
CREATE INDEX summary_by_message ON summary(message_id) WHERE message_id IS NOT NULL;

CREATE TABLE point (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
  summary_id INTEGER NOT NULL REFERENCES summary(id) ON DELETE CASCADE,
  position INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
  change_kind TEXT, from_value TEXT NOT NULL DEFAULT '', to_value TEXT NOT NULL DEFAULT '', effective_on TEXT,
  side TEXT, owner TEXT NOT NULL DEFAULT '', due_on TEXT, answered_on TEXT, answer TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX point_by_summary ON point(summary_id, position);
CREATE INDEX point_open_question ON point(kind, answered_on) WHERE kind = 'question' AND answered_on IS NULL;

CREATE TABLE reference_counter (
  code TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (code, year)
) STRICT, WITHOUT ROWID;
CREATE TABLE unfinished (name TEXT PRIMARY KEY, body TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE import_mapping (header TEXT PRIMARY KEY, mapping TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE step (id INTEGER PRIMARY KEY, at TEXT NOT NULL, label TEXT NOT NULL) STRICT;
CREATE TABLE history (
  id INTEGER PRIMARY KEY, step_id INTEGER NOT NULL, noun TEXT NOT NULL, row_id INTEGER NOT NULL,
  was TEXT NOT NULL
) STRICT;
CREATE INDEX history_by_row ON history(noun, row_id);

CREATE VIRTUAL TABLE client_search USING fts5(
  words, content='', contentless_delete=1, prefix='1 2 3', tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE client_squash USING fts5(letters, content='', contentless_delete=1, tokenize='trigram');
CREATE VIRTUAL TABLE interaction_search USING fts5(
  words, content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 0');
INSERT INTO client_search(client_search, rank) VALUES('secure-delete', 1);
INSERT INTO client_squash(client_squash, rank) VALUES('secure-delete', 1);
INSERT INTO interaction_search(interaction_search, rank) VALUES('secure-delete', 1);
"""

# What a list is filtered by stands in the index it is read from: a filter costs no more than the list.
_M002 = f"""
ALTER TABLE client ADD COLUMN asking TEXT NOT NULL DEFAULT '';
ALTER TABLE client ADD COLUMN lacks INTEGER NOT NULL DEFAULT 1;
UPDATE client SET lacks = {kept.lacks("client.id")};
DROP INDEX client_by_name;
CREATE INDEX client_by_name ON client(
  sort_name, id, stage, tier, vip, language, lacks, last_contact_at, next_contact_on)
  WHERE deleted_at IS NULL;
"""

_OPEN_REMINDER = "deleted_at IS NULL AND state IN ('pending', 'snoozed')"
# When a reminder rings is made from it and from the person's days; that it rang is beyond undo.
_M003 = f"""
CREATE TABLE reminder (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
  client_id INTEGER REFERENCES client(id) ON DELETE CASCADE,
  noun TEXT NOT NULL DEFAULT '', about TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL, folded TEXT NOT NULL, kind TEXT NOT NULL DEFAULT 'follow_up',
  due_on TEXT NOT NULL, clock TEXT NOT NULL DEFAULT '', zone TEXT NOT NULL DEFAULT '',
  lead_minutes INTEGER NOT NULL DEFAULT 0,
  repeat TEXT NOT NULL DEFAULT '', repeat_from TEXT NOT NULL DEFAULT 'schedule', first_on TEXT,
  state TEXT NOT NULL DEFAULT 'pending', snoozed_until_at TEXT, urgent INTEGER NOT NULL DEFAULT 0,
  done_at TEXT, created_at TEXT NOT NULL, deleted_at TEXT
) STRICT;
CREATE INDEX reminder_by_client ON reminder(client_id);
CREATE INDEX reminder_by_noun ON reminder(about) WHERE about <> '';
CREATE INDEX reminder_open ON reminder(due_on, id) WHERE {_OPEN_REMINDER};
CREATE TABLE alarm (
  reminder_id INTEGER PRIMARY KEY, armed_for TEXT NOT NULL, occurrence TEXT NOT NULL, rings_at TEXT NOT NULL,
  rang INTEGER NOT NULL
) STRICT;
CREATE INDEX alarm_next ON alarm(rings_at, reminder_id) WHERE rang = 0;
CREATE INDEX alarm_by_time ON alarm(rings_at, reminder_id);
CREATE TABLE fired (
  uuid TEXT NOT NULL, occurrence TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (uuid, occurrence)
) STRICT, WITHOUT ROWID;
"""

# Clients who may be due by the cadence of their tier. The index serves only queries that hold this very text.
DUE_BY_CADENCE = "deleted_at IS NULL AND next_contact_on IS NULL AND stage NOT IN ('former', 'dormant')"
# Who has waited longest stands first, tier by tier; and what of the alarms is to be reckoned anew is known.
_M004 = f"""
CREATE INDEX client_by_cadence ON client(tier, vip, coalesce(last_contact_at, created_at))
  WHERE {DUE_BY_CADENCE} AND tier IS NOT NULL;
DELETE FROM alarm;
ALTER TABLE alarm DROP COLUMN armed_for;
CREATE TABLE alarm_stale (reminder_id INTEGER PRIMARY KEY) STRICT;
CREATE TABLE alarm_days (days TEXT NOT NULL) STRICT;
"""

# A contact's own birthday is kept with the contact: a date without a month holds what else is known of it.
# When occasions come, and ring, is made from these dates and from the person's days.
_M005 = """
CREATE TABLE relative (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  other_contact_id INTEGER REFERENCES contact(id) ON DELETE SET NULL,
  name TEXT NOT NULL, relation TEXT NOT NULL
) STRICT;
CREATE INDEX relative_by_contact ON relative(contact_id);
CREATE INDEX relative_by_other ON relative(other_contact_id) WHERE other_contact_id IS NOT NULL;
CREATE TABLE personal_date (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
  contact_id INTEGER REFERENCES contact(id) ON DELETE CASCADE,
  relative_id INTEGER REFERENCES relative(id) ON DELETE CASCADE,
  kind TEXT NOT NULL, label TEXT NOT NULL DEFAULT '',
  month INTEGER, day INTEGER, year INTEGER, calendar TEXT,
  early TEXT NOT NULL DEFAULT 'vip', settled_on TEXT, snoozed_until_at TEXT
) STRICT;
CREATE INDEX personal_date_by_contact ON personal_date(contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX personal_date_by_relative ON personal_date(relative_id) WHERE relative_id IS NOT NULL;
CREATE TABLE occasion (
  uuid TEXT PRIMARY KEY, contact_id INTEGER, date_id INTEGER, occurs_on TEXT NOT NULL, years INTEGER,
  early_on TEXT NOT NULL, early_since_at TEXT NOT NULL, told_on TEXT NOT NULL, told_since_at TEXT NOT NULL,
  until_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX occasion_by_day ON occasion(early_on);
CREATE INDEX occasion_by_end ON occasion(until_on);
CREATE TABLE occasion_ring (
  uuid TEXT NOT NULL, notice TEXT NOT NULL, rings_at TEXT NOT NULL, rang INTEGER NOT NULL,
  PRIMARY KEY (uuid, notice)
) STRICT, WITHOUT ROWID;
CREATE INDEX occasion_ring_next ON occasion_ring(rings_at, uuid) WHERE rang = 0;
CREATE INDEX occasion_ring_by_time ON occasion_ring(rings_at, uuid);
CREATE TABLE occasion_stale (uuid TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO occasion_stale(uuid) SELECT uuid FROM contact WHERE birth_month IS NOT NULL;
CREATE TABLE occasion_days (days TEXT NOT NULL, looked_on TEXT NOT NULL) STRICT;
"""

# What is in the trash is found without reading what is not.
_M009 = ";\n".join(
    f"CREATE INDEX {noun}_trash ON {noun}(deleted_at) WHERE deleted_at IS NOT NULL"
    for noun in ("client", "contact", "interaction", "goal", "task", "reminder", "client_share")
)


# Each by its name, which the file remembers, in their order.
_SCRIPTS = {
    # Clients, contacts, addresses, interactions, summaries and their points; search; history.
    "m001_clients_calls_summaries": _M001,
    # What is not known of a client's people, what of it will be asked next time, and a wider index.
    "m002_what_is_lacking": _M002,
    # Reminders, when each rings, and which rang.
    "m003_reminders": _M003,
    # Clients by how long they have waited; which alarms are to be reckoned anew.
    "m004_who_is_due": _M004,
    # Relatives and personal dates, when their occasions come, and which rang.
    "m005_personal_dates": _M005,
    # Goals, their measurements, milestones and planned actions.
    "m006_goals": goals_shape.M006,
    # What a client was shown, to the letter.
    "m007_shares": shares_shape.M007,
    # Tasks with their questions, links and files; a task for each action agreed before.
    "m008_tasks": tasks_shape.SCRIPT,
    # What is in the trash.
    "m009_trash": _M009,
    # What is known of duplicates.
    "m010_duplicates": duplicates_shape.M010,
    # When a row was new, what it was a part of, and which steps took others back.
    "m011_history": history_shape.M011,
    # The outbox, and what is known of the way of each mail.
    "m012_outbox": outbox_shape.M012,
}
NAMES = frozenset(_SCRIPTS)
# What SQL alone cannot do, once the script has run.
_THEN: dict[str, Callable[[Database], None]] = {
    "m008_tasks": tasks_shape.of_actions_before,
    "m010_duplicates": duplicates_shape.of_names_before,
}


def apply(db: Database) -> None:
    """Bring the file's tables to the latest shape; the triggers are made anew after that (see opening)."""
    from sqlite_utils import Migrations

    migrations = Migrations("amdesk")
    for name in _SCRIPTS:
        migrations(name=name)(_running(name))
    migrations.apply(db)


def _running(name: str) -> Callable[[Database], None]:
    def run(db: Database) -> None:
        for statement in filter(None, (piece.strip() for piece in _SCRIPTS[name].split(";\n"))):
            db.execute(statement)
        if name in _THEN:
            _THEN[name](db)

    return run
