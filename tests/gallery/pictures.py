"""The table of pictures: every page, editor and dialog is one line here, under the name of its file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea, QWidget

from amdesk.domain.calendars import CALENDARS
from amdesk.domain.client_filter import ClientFilter
from amdesk.domain.errors import AmdeskError, BackupNeedsKeyError, DamagedError
from amdesk.gui import dialogs, saved_filters
from amdesk.gui.agenda_row import AgendaRow
from amdesk.gui.editors.client import ClientEditor
from amdesk.gui.editors.contact import ContactEditor
from amdesk.gui.editors.goal import GoalEditor
from amdesk.gui.editors.interaction import LogCall
from amdesk.gui.editors.reminder import ReminderEditor
from amdesk.gui.editors.task import TaskEditor
from amdesk.gui.mirror import visual_rect
from amdesk.gui.pages.backups import BackupsPage
from amdesk.gui.pages.client import ClientPage
from amdesk.gui.pages.clients import ClientsPage
from amdesk.gui.pages.goal import GoalPageView
from amdesk.gui.pages.goals_board import GoalsBoard
from amdesk.gui.pages.importing import ImportPage
from amdesk.gui.pages.merge import MergePage
from amdesk.gui.pages.merge_with import MergeWith
from amdesk.gui.pages.reminders import RemindersPage
from amdesk.gui.pages.summary import SummaryPage
from amdesk.gui.pages.task import TaskPage
from amdesk.gui.pages.tasks import TasksPage
from amdesk.gui.pages.today import TodayPage
from amdesk.gui.pick import Pick
from amdesk.gui.place import Place
from amdesk.gui.records import history_of
from amdesk.gui.tray.closing import ClosingBar
from amdesk.gui.widgets.date_popup import DatePopup
from amdesk.gui.widgets.help_mark import Explanation
from amdesk.gui.window import Window
from amdesk.i18n.catalog import current
from amdesk.i18n.languages import language
from amdesk.services import (
    backups,
    clients,
    contacts,
    duplicates,
    goals,
    interactions,
    recent,
    reminders,
    sheets,
    task_outcomes,
    tasks,
)
from amdesk.services.backups import Backup
from amdesk.services.desk import Desk
from amdesk.services.exchange import drain
from amdesk.services.task_links import link
from amdesk.services.week import Week
from tests import workbooks
from tests.gallery import doors, locks, moves, posts, ringing
from tests.gui.working import settle

DATA = Path(__file__).parents[1] / "data"


def _nothing(window: Window) -> None:
    """Leave the page as it opens."""


@dataclass(frozen=True)
class Shot:
    """A place in the window, and what is done there before the picture is taken."""

    name: str
    place: Callable[[Desk], Place]
    act: Callable[[Window], None] = _nothing
    shows_trouble: bool = False


@dataclass(frozen=True)
class Beside:
    """A window beside the window."""

    name: str
    make: Callable[[], QWidget]


def client(desk: Desk) -> int:
    """A client with a long past, people, promises and questions."""
    return clients.find(desk, "Harbour")[0]


def _search(field: str, text: str) -> Callable[[Window], None]:
    def act(window: Window) -> None:
        found = window.findChild(QLineEdit, field)
        assert isinstance(found, QLineEdit)
        found.setText(text)

    return act


def _save_without_a_name(window: Window) -> None:
    field = window.findChild(QLineEdit, "client-name")
    assert isinstance(field, QLineEdit)
    field.clear()
    window.pages.page.save()  # type: ignore[union-attr]


def _show_lines(*actions: str) -> Callable[[Window], None]:
    """The lines of Today that ask for some actions, scrolled to."""

    def show(window: Window) -> None:
        rows = [row for row in window.findChildren(AgendaRow) if row.row.action in actions]
        area = window.findChild(QScrollArea, "today-scroll")
        assert isinstance(area, QScrollArea)
        QApplication.processEvents()
        for row in (rows[-1], rows[0]):
            area.ensureWidgetVisible(row)

    return show


def _show_relatives(window: Window) -> None:
    """The lower part of a long form, with a free day and a second relative begun."""
    page = window.pages.page
    assert isinstance(page, ContactEditor)
    page.dates.add(None).kind.choose("other")
    page.relatives.add(None).dates.add(None)
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    QApplication.processEvents()
    area.ensureWidgetVisible(page.relatives)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


def twin(desk: Desk) -> int:
    """A client that came in a second time, with notes and a number of its own."""
    found = clients.exactly(desk, "HVF2")
    if found:
        return found[0]
    with desk.store.step("New client", at=desk.now()):  # unsaid: no bar offers to undo it
        made = clients.add(
            desk, name="Harbour & Vale Limited", code="HVF2", stage="prospect", tier="A",
            notes="Asked for our prices at the spring fair.", next_step="Send the price list",
        )  # fmt: skip
        person = contacts.add(desk, made, name="Ruth Penrose", role="Buyer")
        contacts.add_address(desk, made, contact_id=person, medium="email", value="ruth@penrose.example")
        interactions.log(desk, client_id=made, contact_ids=[person], occasion="Prices")
        _add_people_at_both(desk, made)
    return made


def _add_people_at_both(desk: Desk, twin_id: int) -> None:
    """At the second of the two stands one who surely is at the first as well, and one who may be."""
    for card, mail, role in zip(
        clients.page(desk, client(desk)).contacts, ("", "new@hv.example"), ("Buyer", ""), strict=False
    ):
        again = contacts.add(desk, twin_id, name=card.contact.name, role=role)
        same = [address.value for address in card.addresses if address.medium == "email"]
        for value in [mail] if mail else same:
            contacts.add_address(desk, twin_id, contact_id=again, medium="email", value=value)


def _with_a_duplicate(desk: Desk, place: Place) -> Place:
    twin(desk)
    return place


def _merge_place(desk: Desk) -> Place:
    return Place("merge", client(desk), within=twin(desk), ask="client")


def _go_to_people(window: Window) -> None:
    page = window.pages.page
    assert isinstance(page, MergePage)
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    QApplication.processEvents()
    area.verticalScrollBar().setValue(page.people.y())


def _merge_contacts_place(desk: Desk) -> Place:
    pair = next(one for one in duplicates.find(desk) if one.noun == "contact")
    return Place("merge", pair.one.id, within=pair.other.id, ask="contact")


def _merge_with(text: str, window: Window) -> None:
    """Look for another client."""
    page = window.pages.page
    assert isinstance(page, MergeWith)
    page.pick.setText(text)
    page.pick.textEdited.emit(text)


def _type_a_known_name(window: Window) -> None:
    page = window.pages.page
    assert isinstance(page, ClientEditor)
    page.name.setText("harbour & vale")
    page.like.look()


def _change_something(window: Window) -> None:
    clients.change(window.desk, client(window.desk), next_step="Agree on the summer plan")


def _break_a_page(window: Window) -> None:
    """A page that a mistake of ours keeps from showing itself."""
    window.go(Place("today"))
    window.pages.page._desk = None  # type: ignore[union-attr]
    window.go(Place("settings"))
    window.go(Place("today"))


def _lose_the_lines(window: Window) -> None:
    """A list of which no line can be read; a low one has it said above the page."""
    page = window.pages.page
    assert isinstance(page, ClientsPage)
    try:
        page.table.unread._tell(all_of_it=True)
    except DamagedError as error:
        window.say(error)


def _meet_damage(window: Window) -> None:
    """A page whose part of the file cannot be read."""
    window.pages._show_trouble(DamagedError())


def _refuse(window: Window) -> None:
    window.say(AmdeskError("This client is no longer in the file."))


def summary(desk: Desk, state: str) -> Place:
    """The newest call whose summary is in a state."""
    return Place("summary", interactions.find(desk, states=(state,))[0])


def _pick(text: str) -> Callable[[Window], None]:
    def act(window: Window) -> None:
        page = window.pages.page
        assert isinstance(page, LogCall)
        page.who.pick.setFocus()
        page.who.pick.setText(text)
        page.who.pick.look()

    return act


def _log_nobody(window: Window) -> None:
    page = window.pages.page
    assert isinstance(page, LogCall)
    page.save(summarise=False)


def _mistype(window: Window) -> None:
    """A number with two decimal marks, an hour too late, a day that month has not; a day understood."""
    page = window.pages.page
    assert isinstance(page, LogCall)
    for field, text in (
        (page.call.minutes, "12.5.1"), (page.call.began, "25:10"), (page.call.day, "30/02/2026"),
        (page.call.again, "13/03/2026"),
    ):  # fmt: skip
        field.put_text(text)
        if field is not page.call.again:
            field.editingFinished.emit()


def _forget_the_leap_year(window: Window) -> None:
    page = window.pages.page
    assert isinstance(page, ContactEditor)
    page.birthday.put_text("1404/12/30")
    page.birthday.editingFinished.emit()


def _do(verb: str) -> Callable[[Window], None]:
    def act(window: Window) -> None:
        page = window.pages.page
        assert isinstance(page, SummaryPage)
        page.do(verb)

    return act


def _correct(window: Window) -> None:
    page = window.pages.page
    assert isinstance(page, SummaryPage)
    page.do("correct")
    points = page.editor.points
    points.go_to(len(points.rows) - 1)
    QTest.keyClick(points.rows[-1].line, Qt.Key.Key_Return)
    points.become("decision")
    points.rows[-1].line.insertPlainText("They pay by bank transfer")
    points.rows[0].line.put_cursor(len(points.rows[0].line.text()))
    points.rows[0].line.insertPlainText(" (as said on the phone)")
    page.editor.saver.flush()
    page.refresh()
    page.mail.views.choose("changes")
    page.mail.views.picked.emit("changes")


def _preview(name: str) -> Callable[[Window], None]:
    def act(window: Window) -> None:
        page = window.pages.page
        assert isinstance(page, ImportPage)
        page.open_files([DATA / name])
        settle(page)

    return act


def _preview_workbook(window: Window) -> None:
    with TemporaryDirectory() as folder:
        file = workbooks.book(Path(folder), workbooks.PEOPLE, Partners=workbooks.MORE)
        _preview(str(file))(window)


def _palette(text: str) -> Callable[[Window], None]:
    def act(window: Window) -> None:
        for key in ("command:data.import", "client:3"):
            recent.note(window.desk, key)
        window.around.open_commands()
        window.around.palette.field.setText(text)

    return act


def _columns(window: Window) -> None:
    """Many columns in compact rows, several of them chosen."""
    page = window.pages.page
    assert isinstance(page, ClientsPage)
    shown = ("name", "tier", "stage", "last", "next", "next_on", "phone", "language")
    page.table.columns.arrange(replace(page.table.columns.layout, shown=shown))
    page.table.set_density(compact=True)
    page.rows.redraw()
    page.table.select_id(page.rows.id_at(2) or 0)


def _filter(window: Window) -> None:
    """Two saved filters, and another one in force that is not saved."""
    page = window.pages.page
    assert isinstance(page, ClientsPage)
    saved_filters.save(window.desk, "Key clients not called", ClientFilter(tiers=("A",), quiet_days=14))
    saved_filters.save(window.desk, "Prospects", ClientFilter(stages=("prospect", "first_contact")))
    page.filters.choose(ClientFilter(tiers=("A", "B"), lacks=("language",)))


def _saved_filter(window: Window) -> None:
    page = window.pages.page
    assert isinstance(page, ClientsPage)
    page.filters.choose(ClientFilter(tiers=("A",), quiet_days=14))


def _write_next(window: Window) -> None:
    page = window.pages.page
    assert isinstance(page, ClientsPage)
    page.table.select_id(page.rows.id_at(3) or 0)
    page.write_next()


def _ask(window: Window) -> None:
    """A gap noted to be asked about, and the next step being written."""
    page = window.pages.page
    assert isinstance(page, ClientPage)
    clients.ask_next_time(window.desk, client(window.desk), "language")
    page.findChildren(QPushButton, "next-edit")[-1].click()


def _look_back(text: str) -> Callable[[Window], None]:
    def act(window: Window) -> None:
        page = window.pages.page
        assert isinstance(page, ClientPage)
        page.timeline.narrowing.search.setText(text)
        page.timeline.step(1)

    return act


def _share_twice(window: Window) -> None:
    """A sheet that was shared before, and something new since then."""
    desk, of = window.desk, client(window.desk)
    sheets.record(desk, sheets.compose(desk, of).page)
    for line in goals.of_client(desk, of):
        goals.measure(desk, line.id, desk.today(), line.goal.target)
    bar = window.findChild(QWidget, "undo-bar")
    assert isinstance(bar, QWidget)
    bar.hide()


def _look_at(view: str) -> Callable[[Window], None]:
    def act(window: Window) -> None:
        page = window.pages.page
        assert isinstance(page, TodayPage)
        page.look_at(view)

    return act


def _open_line_menu(window: Window) -> None:
    """The menu of a client who is due, drawn into the window: it is a window of its own."""
    page = window.pages.page
    assert isinstance(page, TodayPage)
    line = next(one for one in page.lines if one.row.kind == "client")
    line.setFocus()
    menu = page.acts.menu(line.row)
    menu.setParent(window, Qt.WindowType.Widget)
    menu.resize(menu.sizeHint())
    corner = QRect(window.rect().center(), menu.size())
    menu.setGeometry(visual_rect(window.layoutDirection(), window.rect(), corner))
    menu.show()


def some_reminder(desk: Desk) -> int:
    """One that comes round again, for a client."""
    return reminders.find(desk, "Priya")[0]


def _have_one_come(window: Window) -> None:
    """One that rang and waits, and one that was put off."""
    desk = window.desk
    late = reminders.add(
        desk, text="Call back about the stands", due_on=desk.today() - timedelta(days=1), urgent=True,
        client_id=client(desk),
    )  # fmt: skip
    reminders.note_rung(desk, [reminders.get(desk, late)])
    reminders.snooze(desk, reminders.find(desk, "jackets")[0], choice="tomorrow")


def _settled_reminders(window: Window) -> None:
    page = window.pages.page
    assert isinstance(page, RemindersPage)
    page.shown.choose("settled")
    page.refresh()


def _refuse_reminder(window: Window) -> None:
    page = window.pages.page
    assert isinstance(page, ReminderEditor)
    page.due_on.put_text("30/02/2026")
    page.save()


def goal(desk: Desk) -> int:
    """One under way, measured again and again, with milestones and actions."""

    def told(one: int) -> int:
        its = goals.get(desk, one)
        return 100 * len(its.milestones) * len(its.actions) + len(its.measurements)

    return max(goals.find(desk, states=("on_track", "at_risk", "behind")), key=told)


def _goal_place(page: str) -> Callable[[Desk], Place]:
    """A page about that goal, or about a part of it."""

    def place(desk: Desk) -> Place:
        its = goals.get(desk, goal(desk))
        if page in {"edit_milestone", "edit_action"}:
            parts = its.milestones if page == "edit_milestone" else its.actions
            known = next((part.id for part in parts), None)
            return Place(page, known, its.client.id, within=its.goal.id)
        text = _COLUMNS if page == "read_measurements" else ""
        return Place(page, its.goal.id, its.client.id, text=text)

    return place


def _refuse_goal(window: Window) -> None:
    page = window.pages.page
    assert isinstance(page, GoalEditor)
    page.name.setText("Orders per week")
    page.baseline.put_text("112")
    page.target.put_text("1.8.0")
    page.save()


def _change_measurement(window: Window) -> None:
    page = window.pages.page
    assert isinstance(page, GoalPageView)
    page.measurements.change(page.measurements.rows.id_at(1) or 0)


def some_task(desk: Desk) -> int:
    """One that a colleague has, for a client, with all that can be said of it."""
    found = tasks.find(desk, sides=("colleague",))
    one = next((id_ for id_ in found if tasks.get(desk, id_).result), None)
    return one if one is not None else _set_task(desk)


def with_past(desk: Desk) -> Place:
    """A client some of whose fields were changed, one of them back again."""
    one, today = client(desk), desk.today()
    clients.change(desk, one, stage="at_risk", next_contact_on=today + timedelta(days=3), vip=True)
    clients.change(desk, one, notes="Asks for figures by channel.\nDecides with the head of finance.")
    first = contacts.add(desk, one, name="Ada Merton", role="Finance")
    contacts.add_address(desk, one, medium="web", label="other", value="https://harbour.example")
    clients.change(desk, one, notes="Asks for figures by channel, weekly.\nDecides alone now.")
    contacts.remove(desk, first)
    clients.change(desk, one, stage="active", vip=False)
    clients.change(desk, one, stage="dormant", language="fa", calendar="jalali")
    desk.undo()
    return history_of("client", one, one)


def _set_task(desk: Desk) -> int:
    today = desk.today()
    one = tasks.add(
        desk, title="Audit the landing pages of the spring campaign", client_id=client(desk),
        side="colleague", assignee="Roni Levi", assignee_address="roni@bright.example",
        agreed_on=today - timedelta(days=6), start_on=today - timedelta(days=8),
        due_on=today + timedelta(days=3), important=True, urgent=True, promise=True,
        result="A list of the ten weakest pages with what to mend",
        requirements="All pages with a form; mobile first.", no_goal_reason="The client asked for it",
    )  # fmt: skip
    task_outcomes.clarify(desk, one, "Which pages count: with the shop, or without?")
    task_outcomes.move(desk, one, due_on=today + timedelta(days=5), told=False)
    tasks.add(desk, title="Draw the banner in three sizes", side="colleague", assignee="Dana Katz")
    tasks.add(desk, title="Write the brief", important=True, due_on=today + timedelta(days=1))
    return one


def _look_at_tasks(view: str) -> Callable[[Window], None]:
    def act(window: Window) -> None:
        page = window.pages.page
        assert isinstance(page, TasksPage)
        some_task(window.desk)
        page.look_at(view)

    return act


def _ask_of_task(verb: str) -> Callable[[Window], None]:
    def act(window: Window) -> None:
        page = window.pages.page
        assert isinstance(page, TaskPage)
        (page.letters.ask_request if verb == "request" else partial(page.outcomes.do, verb))()

    return act


_TASK_FORMS = (
    ("task-clarify", "clarify"), ("task-hand-over", "hand_over"), ("task-move", "move"),
    ("task-request", "request"),
)  # fmt: skip


def _link_task(window: Window) -> None:
    """It waits for one task, and another is being looked for."""
    page = window.pages.page
    assert isinstance(page, TaskPage)
    one, desk = window.place.id or 0, window.desk
    link(desk, one, after=tasks.add(desk, title="Agree on the list of pages", due_on=desk.today()))
    page.outcomes.do("link")
    QApplication.processEvents()
    field = page.findChild(Pick)
    assert isinstance(field, Pick)
    field.look()
    field.list.show()


def _refuse_task(window: Window) -> None:
    page = window.pages.page
    assert isinstance(page, TaskEditor)
    page.its.side.choose("third")
    page.its.side.picked.emit("third")
    page.its.due_on.put_text("30/02/2026")
    page.save()


def _show_advice(window: Window) -> None:
    """The lower part of a long form: the files, and how well the task is put."""
    page = window.pages.page
    assert isinstance(page, TaskEditor)
    page.its.files.take(DATA / "clients-hebrew-cp1255.csv")
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    QApplication.processEvents()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


def _ask_about_closing(window: Window) -> None:
    ClosingBar(window, has_tray=False).ask()


# Lines of every fate: new, known or of a known day, of the future, no number.
_COLUMNS = "Day\tOrders\n2026-03-02\t128\n2026-03-09\t131.5\n2026-04-01\t140\n2026-03-10\tmany"


def _walk_the_board(window: Window) -> None:
    """The keys on a mark of a goal."""
    page = window.pages.page
    assert isinstance(page, GoalsBoard)
    page.view.go(4)
    page.view.go(4, stop=1)


def _group_the_board(window: Window) -> None:
    """Years of it, by state."""
    page = window.pages.page
    assert isinstance(page, GoalsBoard)
    page.grouping.choose("state")
    page.refresh()
    page.view.zoom(4)


def _walk_the_timeline(window: Window) -> None:
    page = window.pages.page
    assert isinstance(page, GoalPageView)
    page.timeline.view.setFocus()
    page.timeline.view.go(2)


_PASTED = "Nora Quist, Quist & Daughters <nora@quist.example>; Ida Quist <ida@quist.example>"


def _throw_away(window: Window) -> None:
    """Some of each kind, as one day's deletions."""
    desk = window.desk
    for number in clients.find(desk, "")[:2]:
        clients.remove(desk, number)
    for call in interactions.find(desk)[:2]:
        interactions.remove(desk, call)
    reminders.remove(desk, some_reminder(desk))


def _some_backups(window: Window) -> None:
    page = window.pages.page
    assert isinstance(page, BackupsPage)
    now = window.desk.now()
    page.show_kept([Backup(DATA / "none.zip", now - timedelta(days=n), 1_400_000) for n in range(3)])


def _look_into_backup(window: Window) -> None:
    page = window.pages.page
    assert isinstance(page, BackupsPage)
    with TemporaryDirectory() as folder:
        made = drain(backups.back_up(window.desk, Path(folder) / "all.zip"))
        found = drain(backups.look(window.desk, made))
    page.show_found(found)


def _ask_for_code(window: Window) -> None:
    page = window.pages.page
    assert isinstance(page, BackupsPage)
    page.show_refusal(BackupNeedsKeyError(Path("amdesk-20261214T120000Z.zip"), date(2026, 3, 3)))


def _ask_for_passphrase(window: Window) -> None:
    page = window.pages.page
    assert isinstance(page, BackupsPage)
    page.ask_passphrase()


SHOTS = (
    Shot("today", lambda _: Place("today")),
    Shot("today-tomorrow", lambda _: Place("today"), _look_at("tomorrow")),
    Shot("today-week", lambda _: Place("today"), _look_at("week")),
    Shot("today-menu", lambda _: Place("today"), _open_line_menu),
    Shot("settings-cadence", lambda _: Place("settings", at="setting-cadence-A-ideal")),
    Shot("today-personal-dates", lambda _: Place("today"), _show_lines("congratulate")),
    Shot("today-goals", lambda _: Place("today"), _show_lines("measure", "look")),
    Shot("clients", lambda _: Place("clients")),
    Shot("clients-found", lambda _: Place("clients"), _search("clients-search", "an")),
    Shot("clients-none-found", lambda _: Place("clients"), _search("clients-search", "zzz")),
    Shot("client", lambda desk: Place("client", client(desk))),
    Shot("client-undo-bar", lambda desk: Place("client", client(desk)), _change_something),
    Shot("client-message", lambda desk: Place("client", client(desk)), _refuse),
    Shot("duplicates", lambda desk: _with_a_duplicate(desk, Place("duplicates"))),
    Shot("merge", _merge_place),
    Shot("merge-people", _merge_place, _go_to_people),
    Shot("merge-contacts", _merge_contacts_place),
    Shot("merge-with", lambda desk: Place("merge_with", twin(desk), ask="client")),
    Shot(
        "merge-with-nobody",
        lambda desk: Place("merge_with", client(desk), ask="client"),
        partial(_merge_with, "zzz"),
    ),
    Shot("new-client-like-another", lambda _: Place("edit_client"), _type_a_known_name),
    Shot("prepare", lambda desk: Place("prepare", about=client(desk))),
    Shot("sheet", lambda desk: Place("sheet", about=client(desk)), _share_twice),
    Shot("monthly-report", lambda desk: Place("monthly_report", about=client(desk))),
    Shot("calls", lambda _: Place("calls")),
    Shot("goals", lambda _: Place("goals")),
    Shot("goals-none-found", lambda _: Place("goals"), _search("goals-search", "zzz")),
    Shot("goal", _goal_place("goal")),
    Shot("goal-change", _goal_place("goal"), _change_measurement),
    Shot("edit-goal", _goal_place("edit_goal")),
    Shot("edit-goal-new", lambda _: Place("edit_goal")),
    Shot("edit-goal-refused", lambda desk: Place("edit_goal", about=client(desk)), _refuse_goal),
    Shot("edit-milestone", _goal_place("edit_milestone")),
    Shot("edit-action", _goal_place("edit_action")),
    Shot("paste-measurements", _goal_place("read_measurements")),
    Shot("reminders", lambda _: Place("reminders"), _have_one_come),
    Shot("reminders-settled", lambda _: Place("reminders"), _settled_reminders),
    Shot("reminders-none-found", lambda _: Place("reminders"), _search("reminders-search", "zzz")),
    Shot("edit-reminder", lambda desk: Place("edit_reminder", some_reminder(desk))),
    Shot("edit-reminder-new", lambda desk: Place("edit_reminder", about=client(desk))),
    Shot("edit-reminder-refused", lambda desk: Place("edit_reminder", about=client(desk)), _refuse_reminder),
    Shot("reschedule", lambda desk: Place("reschedule", some_reminder(desk))),
    Shot("tasks", lambda _: Place("tasks"), _look_at_tasks("list")),
    Shot("tasks-board", lambda _: Place("tasks"), _look_at_tasks("board")),
    Shot("tasks-load", lambda _: Place("tasks"), _look_at_tasks("load")),
    Shot("tasks-none-found", lambda _: Place("tasks"), _search("tasks-search", "zzz")),
    Shot("task", lambda desk: Place("task", some_task(desk))),
    *(
        Shot(name, lambda desk: Place("task", some_task(desk)), _ask_of_task(verb))
        for name, verb in _TASK_FORMS
    ),
    Shot("history", with_past),
    Shot("history-task", lambda desk: history_of("task", some_task(desk))),
    Shot("task-link", lambda desk: Place("task", some_task(desk)), _link_task),
    Shot("edit-task", lambda desk: Place("edit_task", some_task(desk))),
    Shot("edit-task-advice", lambda desk: Place("edit_task", some_task(desk)), _show_advice),
    Shot("edit-task-new", lambda desk: Place("edit_task", about=client(desk))),
    Shot("edit-task-refused", lambda desk: Place("edit_task", about=client(desk)), _refuse_task),
    Shot("closing", lambda _: Place("today"), _ask_about_closing),
    Shot("settings", lambda _: Place("settings")),
    Shot("welcome", lambda _: Place("welcome")),
    Shot("trouble-gone", lambda _: Place("client", 999_999), shows_trouble=True),
    Shot("recovery-code", lambda _: Place("settings"), locks.show_code),
    Shot("recovery-code-groups", lambda _: Place("settings"), locks.ask_groups),
    Shot("passphrase", lambda _: Place("passphrase"), locks.type_passphrase),
    Shot("mail-account-sample", lambda _: Place("mail_account")),
    Shot("trouble-fault", lambda _: Place("settings"), _break_a_page, shows_trouble=True),
    Shot("trouble-damaged", lambda _: Place("goals"), _meet_damage, shows_trouble=True),
    Shot("list-damaged", lambda _: Place("clients"), _lose_the_lines),
    Shot("edit-client", lambda desk: Place("edit_client", client(desk))),
    Shot("edit-client-new", lambda _: Place("edit_client")),
    Shot("edit-client-refused", lambda desk: Place("edit_client", client(desk)), _save_without_a_name),
    Shot(
        "edit-contact",
        lambda desk: Place("edit_contact", clients.page(desk, client(desk)).contacts[0].contact.id),
    ),
    Shot(
        "edit-contact-dates",
        lambda desk: Place("edit_contact", clients.page(desk, client(desk)).contacts[0].contact.id),
        _show_relatives,
    ),
    Shot("edit-contact-new", lambda desk: Place("edit_contact", about=client(desk))),
    Shot("log-call", lambda desk: Place("log_call", about=client(desk))),
    Shot("log-call-found", lambda _: Place("log_call"), _pick("a")),
    Shot("log-call-nobody", lambda _: Place("log_call"), _pick("zzz")),
    Shot("log-call-refused", lambda _: Place("log_call"), _log_nobody),
    Shot("log-call-mistyped", lambda desk: Place("log_call", about=client(desk)), _mistype),
    Shot(
        "edit-contact-mistyped", lambda desk: Place("edit_contact", about=client(desk)), _forget_the_leap_year
    ),
    Shot("summary-missing", lambda desk: summary(desk, "missing")),
    Shot("summary-draft", lambda desk: summary(desk, "draft")),
    Shot("summary-guards", lambda desk: summary(desk, "draft"), _do("send")),
    Shot("summary-handed-over", lambda desk: summary(desk, "handed_over")),
    Shot("summary-sent", lambda desk: summary(desk, "sent")),
    Shot("summary-chase", lambda desk: summary(desk, "sent"), _do("chase")),
    Shot("summary-confirm", lambda desk: summary(desk, "sent"), _do("confirm")),
    Shot("summary-confirmed", lambda desk: summary(desk, "confirmed")),
    Shot("summary-corrected", lambda desk: summary(desk, "sent"), _correct),
    Shot("summary-not-needed", lambda desk: summary(desk, "draft"), _do("not_needed")),
    Shot("import", lambda _: Place("import")),
    Shot("import-preview", lambda _: Place("import"), _preview("clients-hebrew-cp1255.csv")),
    Shot("import-cards", lambda _: Place("import"), _preview("outlook-2007.vcf")),
    Shot("import-workbook", lambda _: Place("import"), _preview_workbook),
    Shot("import-calendar", lambda _: Place("import"), _preview("other-calendar.ics")),
    Shot("import-refused", lambda _: Place("import"), _preview("csv-spectrum")),
    Shot("export", lambda _: Place("export")),
    Shot("backups", lambda _: Place("backups"), _some_backups),
    Shot("backups-look", lambda _: Place("backups"), _look_into_backup),
    Shot("backups-code", lambda _: Place("backups"), _ask_for_code),
    Shot("backups-passphrase", lambda _: Place("backups"), _ask_for_passphrase),
    Shot("clients-columns", lambda _: Place("clients"), _columns),
    Shot("clients-next", lambda _: Place("clients"), _write_next),
    Shot("clients-filtered", lambda _: Place("clients"), _filter),
    Shot("clients-saved-filter", lambda _: Place("clients"), _saved_filter),
    Shot("client-asking", lambda desk: Place("client", client(desk)), _ask),
    Shot("client-looked-for", lambda desk: Place("client", client(desk)), _look_back("budget")),
    Shot("client-not-found", lambda desk: Place("client", client(desk)), _look_back("zzz")),
    Shot("edit-client-pasted", lambda _: Place("edit_client", text=_PASTED)),
    Shot("palette", lambda _: Place("clients"), _palette("")),
    Shot("palette-found", lambda _: Place("clients"), _palette("cal")),
    Shot("palette-nothing", lambda _: Place("clients"), _palette("zzz")),
    Shot("keys", lambda _: Place("keys")),
    Shot("keys-found", lambda _: Place("keys"), _search("keys-search", "ctrl")),
    Shot("trash", lambda _: Place("trash"), _throw_away),
    Shot("trash-empty", lambda _: Place("trash"), _search("trash-search", "zzz")),
    Shot("outbox-empty", lambda _: Place("outbox")),
    *(
        Shot(f"outbox-{states[-1]}", lambda _: Place("outbox"), posts.outbox_of(*states))
        for states in (
            ("waiting",),
            ("given", "waiting", "refused"),
            ("refused", "unclear"),
            ("waiting", "given"),
        )
    ),
    Shot("report", lambda _: Place("report")),
    Shot("goals-board", lambda _: Place("goals_board"), _walk_the_board),
    Shot("goals-board-states", lambda _: Place("goals_board"), _group_the_board),
    Shot("goals-board-client", lambda desk: Place("goals_board", about=client(desk))),
    Shot("goal-timeline-mark", lambda desk: Place("goal", goal(desk)), _walk_the_timeline),
    Shot("about", lambda _: Place("about")),
)


def _calendar(calendar: str) -> Callable[[], QWidget]:
    """The calendar of a date field: today, another day chosen, a holiday, the cursor between them."""

    def make() -> QWidget:
        spoken = language(current())
        holidays = {date(2026, 3, 13): "Harbour Day"}
        week = Week(lambda: date(2026, 3, 10), spoken.first_day, spoken.weekend, lambda _year: holidays)
        popup = DatePopup(date(2026, 3, 18), week=week, calendar=calendar)
        popup.go(date(2026, 3, 13))
        return popup

    return make


BESIDE = (
    *(Beside(f"reminder-popup-{count}", partial(ringing.popup, count)) for count in (1, 2, 30)),
    Beside("reminder-popup-locked", partial(ringing.popup, 30, locked=True)),
    Beside("reminder-tray-menu", ringing.tray_menu),
    Beside("reminder-tray-menu-locked", partial(ringing.tray_menu, locked=True)),
    *(Beside(f"explanation-{term}", partial(Explanation, term)) for term in ("points", "tier")),
    *(Beside(f"date-popup-{calendar}", _calendar(calendar)) for calendar in CALENDARS),
    Beside("fault", lambda: dialogs.FaultWindow("ValueError\n  amdesk/gui/rows.py:88 line")),
    *(Beside(f"door-{reason}", partial(doors.refused, reason)) for reason in doors.REASONS),
    Beside("door-backups", doors.backups),
    Beside("door-saving", doors.saving),
    Beside("door-exporting", doors.exporting),
    Beside("door-other-folder", doors.other_folder),
    Beside("door-exported", partial(doors.exporting, doors.TAKEN)),
    Beside("door-saved", partial(doors.saving, doors.FOUND)),
    Beside("door-moving", moves.under_way),
    Beside("door-moving-refused", moves.refused),
    Beside("door-encrypting", moves.encrypting),
    Beside("door-looking-through", moves.looking_through),
    Beside("settings-move", moves.asked),
    *(Beside(f"door-key-{reason}", partial(locks.lacking, reason)) for reason in locks.REASONS),
    Beside("door-key-code", locks.code_asked),
    Beside("settings-key", locks.key_in_settings),
    Beside("settings-account", posts.account_in_settings),
    Beside("mail-account-begun", posts.account_begun),
    Beside("mail-account-refused", posts.account_refused),
    Beside("mail-account-asked", posts.account_asked),
    Beside("outbox-offline", posts.outbox_offline),
    Beside("door-key-waiting", locks.waiting),
    Beside("door-key-waiting-new", locks.waiting_for_a_new_file),
    Beside("door-key-locked-new", locks.locked_for_a_new_file),
    Beside("door-key-anew", locks.anew),
    Beside("locked", locks.locked),
    Beside("locked-wrong", partial(locks.locked, wrong=True)),
)
