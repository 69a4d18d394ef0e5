"""amdesk: a desk for the person who looks after clients; see ARCHITECTURE.md for the layers."""

__version__ = "0.1.0"
