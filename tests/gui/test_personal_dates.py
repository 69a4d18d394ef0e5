"""Personal dates and relatives in the contact's form, on the client's page and on Today."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from amdesk.domain.agenda_rows import Row
from amdesk.domain.calendars import PartialDate
from amdesk.gui.agenda_acts import AgendaActs
from amdesk.gui.editors.contact import ContactEditor
from amdesk.gui.pages.client_facts import Facts
from amdesk.gui.place import Place
from amdesk.i18n.catalog import sentence
from amdesk.services import agenda, clients, contacts, occasions, personal_dates
from amdesk.services.desk import Desk
from tests.desks import NOON, MailBox, client_with_contact
from tests.desks import desk as desk_of

TODAY = PartialDate(NOON.month, NOON.day)


@pytest.fixture
def mail() -> MailBox:
    return MailBox()


@pytest.fixture
def at(mail: MailBox) -> Iterator[Desk]:
    made = desk_of(mail=mail)
    client, _maya = client_with_contact(made)
    contacts.add(made, client, name="Ben Stern")
    yield made
    made.close()


@pytest.fixture
def editor(at: Desk, spoken: str) -> Iterator[ContactEditor]:
    """The form of Maya Stern."""
    shown = ContactEditor(at, 1, client_id=1)
    shown.show()
    yield shown
    shown.close()


def test_a_date_is_added_changed_and_taken_out_and_each_time_one_undo_is_enough(
    at: Desk, editor: ContactEditor
) -> None:
    line = editor.dates.add(None)
    line.kind.choose("work")
    line.day.put_text("2016-05-03")
    editor.early.choose("on")
    editor.save()
    known = personal_dates.of_contact(at, 1)
    assert known.early == "on"
    assert [(one.kind, one.given) for one in known.dates] == [("work", PartialDate(5, 3, 2016))]
    again = ContactEditor(at, 1, client_id=1)
    again.dates.lines[0].take_out()
    again.save()
    assert personal_dates.of_contact(at, 1).dates == ()
    at.undo()
    assert personal_dates.of_contact(at, 1) == known
    at.undo()
    assert personal_dates.of_contact(at, 1).dates == ()


def test_a_child_is_added_once_for_both_parents_and_seen_by_both(at: Desk, editor: ContactEditor) -> None:
    editor.relatives._begin()
    line = editor.relatives.lines[0]
    line.name.setText("Noa")
    line.relation.choose("daughter")
    line.other.choose(2)
    line.dates.lines[0].day.put_text("2017-12-14")
    editor.save()
    (card,) = personal_dates.of_contact(at, 2).relatives
    assert (card.relative.name, card.relative.relation) == ("Noa", "daughter")
    assert card.dates[0].given == PartialDate(12, 14, 2017)
    fathers = ContactEditor(at, 2, client_id=1)
    assert fathers.relatives.lines[0].other.value() == 1
    fathers.relatives.lines[0].name.setText("Noa Stern")
    fathers.save()
    (again,) = personal_dates.of_contact(at, 1).relatives
    assert again.relative.name == "Noa Stern"
    assert (again.relative.contact_id, again.relative.other_contact_id) == (1, 2)


def test_what_cannot_be_kept_is_said_beside_its_line_and_nothing_is_kept(
    at: Desk, editor: ContactEditor
) -> None:
    line = editor.dates.add(None)
    line.kind.choose("other")
    line.day.put_text("2016-05-03")
    editor.save()
    assert line.label_field.below.text()
    line.label.setText("The first shop")
    line.day.setText("30/02/2016")
    editor.save()
    assert line.day_field.below.text()
    editor.relatives._begin()
    line.day.put_text("2016-05-03")
    editor.relatives.lines[0].dates.lines[0].day.put_text("2016-05-03")
    editor.save()
    assert editor.relatives.lines[0].field.below.text()
    assert personal_dates.of_contact(at, 1).dates == ()


def test_an_empty_line_is_no_date_and_no_relative(at: Desk, editor: ContactEditor) -> None:
    editor.dates.add(None)
    editor.relatives._begin()
    editor.save()
    known = personal_dates.of_contact(at, 1)
    assert (known.dates, known.relatives) == ((), ())


def test_what_is_typed_is_there_again_when_one_comes_back(at: Desk, editor: ContactEditor) -> None:
    editor.relatives._begin()
    editor.relatives.lines[0].name.setText("Noa")
    editor.relatives.lines[0].dates.lines[0].day.put_text("2017-12-14")
    editor.dates.add(None).label.setText("Shop")
    again = ContactEditor(at, 1, client_id=1)
    again._recall(editor._memory())
    assert again.relatives.typed() == editor.relatives.typed()
    assert again.dates.typed() == editor.dates.typed()


def test_every_control_has_a_name_of_its_own(editor: ContactEditor) -> None:
    editor.dates.add(None)
    editor.relatives._begin()
    for part in (editor.dates, editor.relatives):
        for control in (*part.findChildren(QLineEdit), *part.findChildren(QComboBox)):
            assert control.accessibleName()
        assert all(one.accessibleName() or one.text() for one in part.findChildren(QPushButton))


def test_the_clients_page_tells_of_them(at: Desk, qapp: object, spoken: str) -> None:
    noa = personal_dates.add_relative(at, 1, name="Noa", relation="daughter")
    personal_dates.add(at, relative_id=noa, given=PartialDate(12, 14, 2017))
    personal_dates.add(at, contact_id=1, given=TODAY, kind="other", label="Erster Laden")
    facts = Facts(at)
    facts.show_page(clients.page(at, 1))
    told = " ".join(label.text() for label in facts.findChildren(QLabel, "contact-fact"))
    assert "Noa" in told
    assert "Erster Laden" in told


def personal_rows(at: Desk) -> list[Row]:
    sections = {section.name: section.rows for section in agenda.today(at).sections}
    return list(sections.get("personal_dates", ()))


def test_today_has_a_section_and_its_main_action_logs_a_call_with_the_person(
    at: Desk, mail: MailBox, qapp: object
) -> None:
    contacts.change(at, 1, birthday=TODAY)
    (row,) = personal_rows(at)
    assert sentence(row.reason) == "Maya Stern’s birthday is today. Call the personal mobile."
    page = QWidget()
    acts = AgendaActs(at, page)
    places: list[Place] = []
    acts.place_requested.connect(places.append)
    acts.act(row)
    assert places == [Place("log_call", 1, 1)]
    assert QGuiApplication.clipboard().text() == "+44 7700 900123"


def test_its_menu_writes_a_greeting_and_settles_it(at: Desk, mail: MailBox, qapp: object) -> None:
    contacts.change(at, 1, birthday=TODAY)
    (row,) = personal_rows(at)
    page = QWidget()
    menu = AgendaActs(at, page).menu(row)
    actions = {action.objectName(): action for action in menu.actions()}
    actions["today-greet"].trigger()
    assert mail.drafts or mail.links or "Maya Stern" in QGuiApplication.clipboard().text()
    actions["today-greet-copy"].trigger()
    assert "Happy birthday!" in QGuiApplication.clipboard().text()
    for name in ("today-drop", "today-finish"):
        actions[name].trigger()
        assert personal_rows(at) == []
        at.undo()
        assert len(personal_rows(at)) == 1


def test_a_belated_one_is_red_and_one_to_come_is_told_on_its_day_in_the_week_ahead(at: Desk) -> None:
    contacts.change(at, 1, birthday=PartialDate(NOON.month, NOON.day - 2))
    contacts.change(at, 2, birthday=PartialDate(NOON.month, NOON.day + 3))
    (late,) = personal_rows(at)
    assert (late.urgent, late.age_days) == (True, 2)
    days = agenda.ahead(at, first=at.today(), days=7)
    assert [(day.on.day, row.id) for day in days for row in day.rows if row.kind == "contact"] == [(17, 2)]


def test_what_rang_is_counted_until_it_is_settled(at: Desk) -> None:
    contacts.change(at, 1, birthday=TODAY)
    assert len(occasions.come(at)) == 1
    occasions.finish(at, "contact", 1)
    assert occasions.come(at) == []
