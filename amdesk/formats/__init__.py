"""Other programs' files: bytes in, values out, and back.

May import ``domain`` and ``i18n`` only. Knows no store, no services, no window and no disk: whoever calls
hands over bytes or an open stream. A fault that the person can mend is an ``AmdeskError`` or, where one row
or card must not spoil the others, a ``problem`` on that row or card. Deliberately not here: what an
imported column means, whether a contact is new, how a file is called.
"""
