"""HTML pages from the templates in ``resources/templates``: everything escaped, isolates as ``<bdi>``."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from amdesk.documents.plain_text import LONGEST_WHOLE
from amdesk.i18n.bidi import FSI, PDI, direction, strip_isolates
from amdesk.i18n.places import data_folder

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_BODY = re.compile(r"<body[^>]*>\n?(.*)</body>", re.DOTALL)
_ISOLATED = re.compile(f"{FSI}([^{FSI}{PDI}]*){PDI}")


def page(template: str, **values: object) -> str:
    """The page of a template; a value it does not know is an error, not an empty place."""
    return _templates().get_template(template).render(values)


@cache
def _templates() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    templates = Environment(
        loader=FileSystemLoader(data_folder("resources", "templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters["words"] = _words
    templates.filters["body"] = _body
    templates.filters["bare"] = strip_isolates
    templates.filters["drawn"] = _drawn
    return templates


def has_body(html: str) -> bool:
    """Whether a kept page can be quoted as a page: text that a mail program changed was kept as text only."""
    return _BODY.search(html) is not None


def _body(html: str) -> Markup:
    """What stands in a page of ours that was kept as it was sent."""
    from markupsafe import Markup

    found = _BODY.search(html)
    return Markup(found[1]) if found else Markup("")


def _drawn(svg: str) -> Markup:
    """A drawing of ours as it stands in a page."""
    from markupsafe import Markup

    return Markup(svg)


def _words(sentence: str) -> Markup:
    """A sentence of ours as HTML; the isolates around other people's words become elements.

    The element inside ``<bdi>`` is for mail programs that do not know it.
    """
    from markupsafe import Markup

    parts = _ISOLATED.split(sentence)
    parts[1::2] = [_isolated(words) for words in parts[1::2]]
    return Markup("").join(parts)


def _isolated(words: str) -> Markup:
    """A fragment that keeps its direction; a short one, a phone or a name, stays on one line."""
    from markupsafe import Markup

    whole = Markup(' style="white-space:nowrap"' if len(words) <= LONGEST_WHOLE else "")
    return Markup('<bdi><span dir="{}"{}>{}</span></bdi>').format(direction(words), whole, words)
