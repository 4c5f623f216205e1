"""The tests, by the names of the rooms they try."""
