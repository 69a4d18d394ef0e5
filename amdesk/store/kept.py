"""Columns the file keeps true by itself: last contact, gaps, a call's state, the last value of a goal.

It also notes by itself whose alarm, and which occasion, is to be reckoned anew.
"""

from __future__ import annotations

from collections.abc import Iterator

# A client who stays as they are is not written: when thousands of calls move, that would be most of the work.
_LAST_REACHED = (
    "UPDATE client SET last_contact_at = now.at FROM (SELECT max(started_at) AS at FROM interaction i "
    "WHERE i.client_id = {row}.client_id AND i.outcome = 'reached' AND i.deleted_at IS NULL) AS now "
    "WHERE client.id = {row}.client_id AND client.last_contact_at IS NOT now.at;"
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
_THERE = "p.client_id = {client} AND p.deleted_at IS NULL AND p.left_on IS NULL"
_REACHED_BY = (
    "EXISTS (SELECT 1 FROM address a JOIN contact p ON p.id = a.contact_id "
    "WHERE a.client_id = {client} AND a.medium = '{medium}' AND a.label {label} AND " + _THERE + ")"
)
_KNOWN_OF = "EXISTS (SELECT 1 FROM contact p WHERE p.{column} IS NOT NULL AND " + _THERE + ")"


def lacks(client: str) -> str:
    """An expression for what a client lacks, as one number: see ``domain.client.GAPS`` for its bits."""
    known = (
        _REACHED_BY.format(client=client, medium="phone", label="= 'mobile'"),
        _REACHED_BY.format(client=client, medium="email", label="IS NOT NULL"),
        _KNOWN_OF.format(client=client, column="birth_month"),
        _KNOWN_OF.format(client=client, column="language"),
    )
    lacking = " + ".join(f"(NOT {one}) * {2 << bit}" for bit, one in enumerate(known))
    nobody = f"NOT EXISTS (SELECT 1 FROM contact p WHERE {_THERE.format(client=client)})"
    return f"CASE WHEN {nobody} THEN 1 ELSE {lacking} END"


def _lacking(row: str) -> str:
    client = f"{row}.client_id"
    return (
        f"UPDATE client SET lacks = now.lacks FROM (SELECT {lacks(client)} AS lacks) AS now "
        f"WHERE client.id = {client} AND client.lacks <> now.lacks;"
    )


# What is new only takes gaps away: reckoning anew would cost more than the writing of a whole list. Whether
# there is such a gap stands in the condition: an UPDATE that finds no row costs as much as the row itself.
_THEN_THERE = "new.deleted_at IS NULL AND new.left_on IS NULL"
_KNOWS = "((new.birth_month IS NOT NULL) * 8 + (new.language IS NOT NULL) * 16)"
_IS_NEWS_OF_CLIENT = (
    f"EXISTS (SELECT 1 FROM client WHERE id = new.client_id AND (lacks = 1 OR lacks & {_KNOWS}))"
)
_MET = f"UPDATE client SET lacks = iif(lacks = 1, 30, lacks) & ~{_KNOWS} WHERE id = new.client_id;"
_REACHES = "((new.medium = 'phone' AND new.label = 'mobile') * 2 + (new.medium = 'email') * 4)"
_IS_NEWS_OF_REACH = (
    f"EXISTS (SELECT 1 FROM client WHERE id = new.client_id AND lacks & {_REACHES}) "
    "AND EXISTS (SELECT 1 FROM contact WHERE id = new.contact_id AND deleted_at IS NULL AND left_on IS NULL)"
)
_NOW_REACHED = f"UPDATE client SET lacks = lacks & ~{_REACHES} WHERE id = new.client_id;"
_STALE = "INSERT OR IGNORE INTO alarm_stale(reminder_id) VALUES ({row}.id);"
_STALE_OF_CLIENT = (
    "INSERT OR IGNORE INTO alarm_stale(reminder_id) SELECT id FROM reminder WHERE client_id = new.id;"
)
_COMES = "INSERT OR IGNORE INTO occasion_stale(uuid) VALUES ({row}.uuid);"
_COMES_OF_CONTACT = (
    "INSERT OR IGNORE INTO occasion_stale(uuid) SELECT uuid FROM contact WHERE id = {row}.contact_id;"
)

_MEASURED = (
    "UPDATE goal SET (measured_on, value) = (SELECT m.taken_on, m.value FROM (SELECT 1) "
    "LEFT JOIN measurement m ON m.id = (SELECT id FROM measurement WHERE goal_id = {row}.goal_id "
    "ORDER BY taken_on DESC, id DESC LIMIT 1)) WHERE id = {row}.goal_id;"
)
_MEASURED_NOW = (
    "UPDATE goal SET measured_on = new.taken_on, value = new.value "
    "WHERE id = new.goal_id AND (measured_on IS NULL OR measured_on <= new.taken_on);"
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
    "kept_lacks_contact_insert": (
        f"AFTER INSERT ON contact WHEN {_THEN_THERE} AND {_IS_NEWS_OF_CLIENT}",
        _MET,
    ),
    "kept_lacks_contact_update": (
        "AFTER UPDATE OF client_id, left_on, deleted_at, birth_month, language ON contact",
        _lacking("new") + " " + _lacking("old"),
    ),
    "kept_lacks_contact_delete": ("AFTER DELETE ON contact", _lacking("old")),
    "kept_lacks_address_insert": (
        f"AFTER INSERT ON address WHEN new.contact_id IS NOT NULL AND {_IS_NEWS_OF_REACH}",
        _NOW_REACHED,
    ),
    "kept_lacks_address_update": (
        "AFTER UPDATE OF client_id, contact_id, medium, label ON address",
        _lacking("new") + " " + _lacking("old"),
    ),
    "kept_lacks_address_delete": ("AFTER DELETE ON address", _lacking("old")),
    "kept_measured_insert": ("AFTER INSERT ON measurement", _MEASURED_NOW),
    "kept_measured_update": (
        "AFTER UPDATE OF goal_id, taken_on, value ON measurement",
        _MEASURED.format(row="new") + " " + _MEASURED.format(row="old"),
    ),
    "kept_measured_delete": ("AFTER DELETE ON measurement", _MEASURED.format(row="old")),
    "kept_alarm_insert": ("AFTER INSERT ON reminder", _STALE.format(row="new")),
    "kept_alarm_update": ("AFTER UPDATE ON reminder", _STALE.format(row="new")),
    "kept_alarm_delete": ("AFTER DELETE ON reminder", _STALE.format(row="old")),
    "kept_alarm_client": ("AFTER UPDATE OF deleted_at ON client", _STALE_OF_CLIENT),
    "kept_birthday_insert": (
        "AFTER INSERT ON contact WHEN new.birth_month IS NOT NULL",
        _COMES.format(row="new"),
    ),
    "kept_birthday_update": (
        "AFTER UPDATE OF uuid, birth_month, birth_day, birth_year, birth_calendar ON contact",
        _COMES.format(row="new") + " " + _COMES.format(row="old"),
    ),
    "kept_birthday_delete": (
        "AFTER DELETE ON contact WHEN old.birth_month IS NOT NULL",
        _COMES.format(row="old"),
    ),
    "kept_date_insert": (
        "AFTER INSERT ON personal_date",
        _COMES.format(row="new") + " " + _COMES_OF_CONTACT.format(row="new"),
    ),
    "kept_date_update": (
        "AFTER UPDATE ON personal_date",
        " ".join(one.format(row=row) for row in ("new", "old") for one in (_COMES, _COMES_OF_CONTACT)),
    ),
    "kept_date_delete": (
        "AFTER DELETE ON personal_date",
        _COMES.format(row="old") + " " + _COMES_OF_CONTACT.format(row="old"),
    ),
}


def triggers() -> Iterator[str]:
    """Statements that (re)make the triggers."""
    for name, (head, body) in _TRIGGERS.items():
        yield f"DROP TRIGGER IF EXISTS {name}"
        yield f"CREATE TRIGGER {name} {head} BEGIN {body} END"
