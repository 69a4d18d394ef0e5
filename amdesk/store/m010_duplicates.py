"""The shape of what is known of duplicates: letters of names, who is not whom, who was merged into whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# ``alike`` is made of the names of clients (without a contact) and contacts in use, as the index of words is.
# ``was`` is what a record held when it was merged (JSON): the record that went, and the one that stayed.
M010 = """
CREATE TABLE alike (
  client_id INTEGER NOT NULL, contact_id INTEGER NOT NULL, letters TEXT NOT NULL,
  PRIMARY KEY (client_id, contact_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX alike_by_letters ON alike(letters, client_id, contact_id);
CREATE TABLE apart (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
  one TEXT NOT NULL, other TEXT NOT NULL, noted_at TEXT NOT NULL, UNIQUE (one, other)
) STRICT;
CREATE TABLE merged (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
  noun TEXT NOT NULL, former TEXT NOT NULL, stays TEXT NOT NULL,
  former_code TEXT NOT NULL DEFAULT '', former_name TEXT NOT NULL DEFAULT '', was TEXT NOT NULL DEFAULT '{}',
  merged_at TEXT NOT NULL
) STRICT;
CREATE INDEX merged_by_former ON merged(former);
CREATE INDEX merged_by_stays ON merged(stays);
CREATE INDEX merged_by_code ON merged(former_code) WHERE former_code <> '';
"""
_NAMES = (
    "SELECT id, 0, 'client', name FROM client WHERE deleted_at IS NULL UNION ALL "
    "SELECT p.client_id, p.id, 'contact', p.name FROM contact p JOIN client c ON c.id = p.client_id "
    "WHERE p.deleted_at IS NULL AND c.deleted_at IS NULL"
)


def of_names_before(db: Database) -> None:
    """The letters of the names that were there before."""
    from amdesk.domain.duplicate import name_letters  # what only writes is not waited for at a start

    found = db.execute(_NAMES).fetchall()
    db.conn.executemany(
        "INSERT OR REPLACE INTO alike(client_id, contact_id, letters) VALUES (?, ?, ?)",
        (
            (client, contact, letters)
            for client, contact, noun, name in found
            if (letters := name_letters(noun, name))
        ),
    )
