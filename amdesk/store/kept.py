"""Columns the file keeps true by itself: a client's last contact, the state of a call's newest summary."""

from __future__ import annotations

from collections.abc import Iterator

_LAST_REACHED = (
    "UPDATE client SET last_contact_at = (SELECT max(started_at) FROM interaction i "
    "WHERE i.client_id = {row}.client_id AND i.outcome = 'reached' AND i.deleted_at IS NULL) "
    "WHERE id = {row}.client_id;"
)
_NEWER = (
    "UPDATE client SET last_contact_at = new.started_at "
    "WHERE id = new.client_id AND (last_contact_at IS NULL OR last_contact_at < new.started_at);"
)
_STATE = (
    "UPDATE interaction SET state = coalesce((SELECT state FROM summary "
    "WHERE interaction_id = {row}.interaction_id ORDER BY version DESC LIMIT 1), 'missing') "
    "WHERE id = {row}.interaction_id;"
)
# “Not reached” is an outcome and does not count as contact: nobody spoke to anybody.
_TRIGGERS = {
    "kept_contact_insert": (
        "AFTER INSERT ON interaction WHEN new.outcome = 'reached' AND new.deleted_at IS NULL",
        _NEWER,
    ),
    "kept_contact_update": (
        "AFTER UPDATE OF client_id, outcome, started_at, deleted_at ON interaction",
        _LAST_REACHED.format(row="old") + " " + _LAST_REACHED.format(row="new"),
    ),
    "kept_contact_delete": (
        "AFTER DELETE ON interaction WHEN old.outcome = 'reached'",
        _LAST_REACHED.format(row="old"),
    ),
    "kept_state_insert": ("AFTER INSERT ON summary", _STATE.format(row="new")),
    "kept_state_update": ("AFTER UPDATE OF state, version ON summary", _STATE.format(row="new")),
    "kept_state_delete": ("AFTER DELETE ON summary", _STATE.format(row="old")),
}


def triggers() -> Iterator[str]:
    """Statements that (re)make the triggers."""
    for name, (head, body) in _TRIGGERS.items():
        yield f"DROP TRIGGER IF EXISTS {name}"
        yield f"CREATE TRIGGER {name} {head} BEGIN {body} END"
