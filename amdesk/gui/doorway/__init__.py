"""The doorway: the window that stands before there is a desk, with a page for each reason why there is none.

A page tells what is wrong and offers ways on; an attempt that succeeds lets the person in.
"""
