"""A generator of portfolios: n clients with m interactions each, text in five scripts, always the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

from amdesk.domain.client import gap_bits
from amdesk.domain.duplicate import name_letters
from amdesk.domain.text import fold, fold_index, phone_key, squash
from amdesk.i18n.collate import sort_key
from amdesk.store.driver import Connection

NOW = datetime(2026, 12, 14, 12, 0, tzinfo=UTC)
_WORDS = {
    "en": "budget rate campaign report offer agreed call client target monthly brand media price".split(),
    "he": "תקציב תעריף קמפיין דוח הצעה סוכם שיחה לקוח יעד חודשי מותג מדיה מחיר השקה קהל".split(),
    "fa": "بودجه نرخ کمپین گزارش پیشنهاد توافق تماس مشتری هدف ماهانه برند رسانه قیمت مخاطب تبلیغ".split(),
    "ru": "бюджет ставка кампания отчёт предложение звонок клиент цель месяц бренд медиа цена запуск".split(),
    "el": "προϋπολογισμός τιμή καμπάνια αναφορά πρόταση συμφωνία κλήση πελάτης στόχος μήνας μάρκα".split(),
}
_STATES = ("missing", "draft", "sent", "no_answer") + (
    "confirmed",
) * 196  # two calls in a hundred still open


class Portfolio:
    """Rows for the tables, made one after another from a fixed seed."""

    def __init__(self, clients: int, calls_each: int, seed: int = 20261214) -> None:
        self.clients = clients
        self.calls_each = calls_each
        self._random = random.Random(seed)

    def client_rows(self) -> Iterator[tuple[object, ...]]:
        """id, uuid, code, name, sort_name, stage, tier, language, notes, next_contact_on, created_at."""
        for n in range(1, self.clients + 1):
            language = list(_WORDS)[n % 5]
            name = f"{self.phrase(language, 2).title()} {n}"
            stage, tier = (
                self._random.choice(("active", "active", "prospect", "dormant")),
                self._random.choice("ABC"),
            )
            due = (NOW + timedelta(days=n % 400)).date().isoformat() if n % 3 == 0 else None
            notes = self.phrase(language, 6)
            made_at = NOW.isoformat()
            yield n, self.uuid(), f"C{n}", name, sort_key(name), stage, tier, language, notes, due, made_at

    def contact_rows(self) -> Iterator[tuple[object, ...]]:
        """id, uuid, client_id, name, sort_name, role: one for each client."""
        for n in range(1, self.clients + 1):
            name = self.phrase(list(_WORDS)[n % 5], 2).title()
            yield (n, self.uuid(), n, name, sort_key(name), "")

    def address_rows(self) -> Iterator[tuple[object, ...]]:
        """id, uuid, client_id, contact_id, medium, label, value, normal: a mobile and a mail each."""
        for n in range(1, self.clients + 1):
            phone = f"+9725{n % 10}{n:07}"
            yield (2 * n - 1, self.uuid(), n, n, "phone", "mobile", phone, phone)
            yield (2 * n, self.uuid(), n, n, "email", "office", f"p{n}@c{n}.example", f"p{n}@c{n}.example")

    def call_rows(self) -> Iterator[tuple[object, ...]]:
        """id, uuid, client_id, reference, started_at, occasion, state: the newest have the newest ids."""
        number = 0
        for turn in range(self.calls_each):
            for client in range(1, self.clients + 1):
                number += 1
                days = (self.calls_each - turn) * 30 - client % 29
                at = (NOW - timedelta(days=days, minutes=client % 600)).strftime("%Y-%m-%dT%H:%M:%SZ")
                words = self.phrase(list(_WORDS)[client % 5], 8)
                reference = f"C{client}-{at[:4]}-{turn + 1:03}"
                yield (number, self.uuid(), client, reference, at, words, self._random.choice(_STATES))

    def phrase(self, language: str, words: int) -> str:
        """Some words of a trade in a language."""
        return " ".join(self._random.choices(_WORDS[language], k=words))

    def uuid(self) -> str:
        """An id like any other, but always the same."""
        return str(UUID(int=self._random.getrandbits(128), version=4))


_LACKING = gap_bits(("birthday", "language"))
INSERTS = {
    "client": "INSERT INTO client(id, uuid, code, name, sort_name, stage, tier, language, notes, "
    f"next_contact_on, created_at, lacks) VALUES (?,?,?,?,?,?,?,?,?,?,?,{_LACKING})",
    "contact": "INSERT INTO contact(id, uuid, client_id, name, sort_name, role) VALUES (?,?,?,?,?,?)",
    "address": "INSERT INTO address(id, uuid, client_id, contact_id, medium, label, value, normal) "
    "VALUES (?,?,?,?,?,?,?,?)",
    "interaction": "INSERT INTO interaction(id, uuid, client_id, reference, channel, direction, outcome, "
    "started_at, zone, occasion, state) VALUES (?,?,?,?,'mobile','out','reached',?,'UTC',?,?)",
}


def fill(connection: Connection, portfolio: Portfolio) -> None:
    """Write a portfolio with its word index, past every step and trigger: only a benchmark may do that."""
    triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _sql in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("BEGIN")
    connection.executemany(INSERTS["client"], portfolio.client_rows())
    connection.executemany(INSERTS["contact"], portfolio.contact_rows())
    connection.executemany(INSERTS["address"], portfolio.address_rows())
    connection.executemany(INSERTS["interaction"], portfolio.call_rows())
    connection.execute(
        "UPDATE client SET last_contact_at = (SELECT max(started_at) FROM interaction "
        "WHERE client_id = client.id AND deleted_at IS NULL)"
    )
    _index(connection)
    for _name, sql in triggers:
        connection.execute(sql)
    connection.execute("COMMIT")
    connection.execute("ANALYZE")


def _index(connection: Connection) -> None:
    names = connection.execute(
        "SELECT id, 0, 'client', name FROM client UNION ALL "
        "SELECT client_id, id, 'contact', name FROM contact"
    ).fetchall()
    connection.executemany(
        "INSERT INTO alike(client_id, contact_id, letters) VALUES (?, ?, ?)",
        ((client, contact, name_letters(noun, name)) for client, contact, noun, name in names),
    )
    clients = connection.execute(
        "SELECT c.id, c.code || ' ' || c.name || ' ' || c.notes || ' ' || p.name, "
        "c.code || char(10) || c.name || char(10) || p.name, a.value, m.value "
        "FROM client c JOIN contact p ON p.client_id = c.id "
        "JOIN address a ON a.client_id = c.id AND a.medium = 'phone' "
        "JOIN address m ON m.client_id = c.id AND m.medium = 'email'"
    ).fetchall()
    connection.executemany(
        "INSERT INTO client_search(rowid, words) VALUES (?, ?)",
        (
            (i, f"{fold_index(words)} {fold(phone)} {fold(mail)} {phone_key(phone)}")
            for i, words, _, phone, mail in clients
        ),
    )
    connection.executemany(
        "INSERT INTO client_squash(rowid, letters) VALUES (?, ?)",
        (
            (i, "\n".join(map(squash, (*names.splitlines(), phone, mail))))
            for i, _, names, phone, mail in clients
        ),
    )
    calls = connection.execute("SELECT id, reference || ' ' || occasion FROM interaction").fetchall()
    connection.executemany(
        "INSERT INTO interaction_search(rowid, words) VALUES (?, ?)",
        ((i, fold_index(words)) for i, words in calls),
    )
