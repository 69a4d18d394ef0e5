"""The shape of what a client was shown: each sheet and report, to the letter."""

from __future__ import annotations

# ``html`` is the file as it was saved, ``paper`` the same as printed, ``facts`` what stood in it (JSON).
M007 = """
CREATE TABLE client_share (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE CASCADE,
  kind TEXT NOT NULL DEFAULT 'sheet', shared_at TEXT NOT NULL, language TEXT NOT NULL,
  title TEXT NOT NULL, html TEXT NOT NULL, paper TEXT NOT NULL DEFAULT '', facts TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX client_share_by_client ON client_share(client_id, kind, shared_at);
"""
