"""The command line: the same verbs for scripts and for trust, one module a command.

May import services and what lies below; knows neither the store nor a window. The window is handed in from
above, so that no command drags Qt along. Commands are imported when they are called: ``--version`` is quick.
"""
