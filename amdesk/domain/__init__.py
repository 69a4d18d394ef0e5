"""Nouns and rules: frozen values and pure functions.

May import the standard library and small pure value libraries. Knows no file, no clock, no language and no
window.
"""
