"""What of the program is there without its window: alarm, popup, tray, the desktop's notifications.

May import pages' parts (widgets, theme, show), never the window: it asks by signals, and the application
joins the two.
"""
