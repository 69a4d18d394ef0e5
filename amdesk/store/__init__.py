"""The file: SQL and nothing but SQL.

May import domain and i18n (for folding and sorting keys). Knows no service and no window. There is
deliberately no ORM, no cache and no second connection; every write happens inside a step (see undolog).
"""
