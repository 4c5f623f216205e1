"""A help desk for a court's e-filers: it answers in the court's own words."""

__version__ = "0.1.0"
