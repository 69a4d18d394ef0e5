"""The shape of the outbox: the mails that are to go out, and apart from them what is known of their way."""

from __future__ import annotations

# A mail can be taken back, what a server took cannot: ``posting`` is beyond any undo, and is found by the
# Message-ID, so that what comes back by undo, or from a backup, is not sent a second time.
M012 = """
CREATE TABLE outgoing (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
  client_id INTEGER REFERENCES client(id) ON DELETE CASCADE,
  summary_id INTEGER REFERENCES summary(id) ON DELETE CASCADE,
  task_id INTEGER REFERENCES task(id) ON DELETE CASCADE,
  contact_id INTEGER REFERENCES contact(id) ON DELETE CASCADE,
  message_id TEXT NOT NULL UNIQUE, answers TEXT NOT NULL DEFAULT '', addressed_to TEXT NOT NULL,
  subject TEXT NOT NULL, plain TEXT NOT NULL, html TEXT NOT NULL, language TEXT NOT NULL, name TEXT NOT NULL,
  queued_at TEXT NOT NULL
) STRICT;
CREATE INDEX outgoing_by_client ON outgoing(client_id) WHERE client_id IS NOT NULL;
CREATE INDEX outgoing_by_summary ON outgoing(summary_id) WHERE summary_id IS NOT NULL;
CREATE INDEX outgoing_by_task ON outgoing(task_id) WHERE task_id IS NOT NULL;
CREATE INDEX outgoing_by_contact ON outgoing(contact_id) WHERE contact_id IS NOT NULL;
CREATE TABLE posting (
  message_id TEXT PRIMARY KEY, state TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0, next_at TEXT,
  answered_at TEXT, words TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX posting_open ON posting(next_at) WHERE state IN ('waiting', 'giving', 'refused', 'unclear');
"""
