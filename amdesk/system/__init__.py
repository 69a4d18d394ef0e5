"""The machine: its folders, its clock, its mail program, the settings kept beside the file.

May import domain and i18n. Knows no table and no window.
"""
