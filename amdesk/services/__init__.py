"""Verbs: one function for each thing a person can do; its first argument is the desk.

May import everything below; nothing here knows how it is shown. Windows and commands call these and nothing
else.
"""
