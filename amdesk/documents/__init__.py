"""Pages for people outside: what a client reads, in the client's language, calendar, digits and direction.

May import ``domain`` and ``i18n`` only; the HTML around the words stands in ``resources/templates``. Every
page is made of one frozen value that says all that may stand on it. Deliberately not here: the private note
(no value has a field for it), the store, mail headers (``formats.eml``) and anything that only we look at.
"""
