"""The window: shows and asks, decides nothing. The only layer that knows Qt.

May import services and what lies below them; never the store.
Deliberately absent: retranslate methods (a new language builds a new window), item widgets that hold records
(lists hold ids), modal dialogs where a page or an undo will do, and any colour or distance outside ``theme``.
"""
