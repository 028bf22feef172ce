"""Makers of the data that Guichet ships: run by a person, not at install."""
