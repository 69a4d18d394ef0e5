"""About the program: what it is, its version and licence, and whose work it stands on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from amdesk import __version__
from amdesk.gui import theme
from amdesk.gui.page import Face
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.form import Form
from amdesk.gui.widgets.labels import data_label, label
from amdesk.gui.widgets.layout import bounded, scroll
from amdesk.gui.widgets.ring import hold_keys
from amdesk.i18n.catalog import _

# Libraries and bundled works with their licences (SPDX); a test compares them with what is depended on.
LIBRARIES = {
    "Babel": "BSD-3-Clause",
    "chardet": "0BSD",
    "click": "BSD-3-Clause",
    "cryptography": "Apache-2.0",
    "holidays": "MIT",
    "icalendar": "BSD-2-Clause",
    "jeepney": "MIT",
    "Jinja2": "BSD-3-Clause",
    "keyring": "MIT",
    "MarkupSafe": "BSD-3-Clause",
    "nh3": "MIT",
    "openpyxl": "MIT",
    "persiantools": "MIT",
    "phonenumbers": "Apache-2.0",
    "platformdirs": "MIT",
    "pyluach": "MIT",
    "PySide6-Essentials": "LGPL-3.0-only",
    "python-dateutil": "Apache-2.0",
    "RapidFuzz": "MIT",
    "SecretStorage": "BSD-3-Clause",
    "sqlcipher3": "Zlib",
    "sqlite-utils": "Apache-2.0",
    "truststore": "MIT",
    "uuid6": "MIT",
}
WORKS = {"Open Sans": "OFL-1.1", "Heebo": "OFL-1.1", "Vazirmatn": "OFL-1.1", "Lucide": "ISC"}


class AboutPage(QWidget):
    """Nothing here asks anything; Escape leads back."""

    TABLES: frozenset[str] = frozenset()
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("about")
        self.setAccessibleName(_("About amdesk"))
        form = Form(name="about-form")
        form.add(label(_("A desk for the account manager."), "title", name="about-what", wrap=True))
        form.add(label(_("Version {version}").format(version=__version__), name="about-version"))
        told = _(
            "Free software under the GNU General Public License, version 3 or later: you may use it, look "
            "into it, change it and hand it on. It comes without any warranty."
        )
        form.add(label(told, name="about-licence", wrap=True))
        private = _(
            "Your records stay on this machine. amdesk asks the network for nothing unless you ask it to."
        )
        form.add(label(private, name="about-private", wrap=True))
        form.heading(_("Libraries"), name="about-libraries-title")
        form.add(_table(LIBRARIES, name="about-libraries"))
        form.heading(_("Fonts and icons"), name="about-works-title")
        form.add(_table(WORKS, name="about-works"))
        form.end()
        inner = QWidget()
        inner.setObjectName("about-inner")
        down = QVBoxLayout(inner)
        down.setContentsMargins(SPACE.xl, SPACE.s, SPACE.xl, SPACE.xl)
        down.addLayout(bounded(form))
        area = scroll(inner, name="about-scroll")
        area.setAccessibleName(_("About amdesk"))
        hold_keys(area)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.face = Face(title=lambda: _("About amdesk"), focus=area)

    def refresh(self) -> None:
        """Nothing on the desk changes what stands here."""


def _table(works: dict[str, str], *, name: str) -> QWidget:
    made = QWidget()
    made.setObjectName(name)
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SPACE.xl)
    grid.setVerticalSpacing(SPACE.xs)
    for row, (work, licence) in enumerate(works.items()):
        grid.addWidget(data_label(work, name=f"{name}-{row}"), row, 0)
        grid.addWidget(data_label(licence, "muted", name=f"{name}-{row}-licence"), row, 1)
    grid.setColumnMinimumWidth(0, theme.scaled(SIZE.action))
    grid.setColumnStretch(1, 1)
    return made
