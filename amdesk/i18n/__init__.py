"""Words, numbers, dates, directions and the order of names, in each language amdesk speaks.

May import the domain, the standard library, Babel and platformdirs (the last two only inside functions: the
start must be fast). Deliberately lacks: Qt, any state of windows (a language is a setting, not a mode of
widgets), and the words themselves, which stand in the catalogues under ``translations/``.
"""
