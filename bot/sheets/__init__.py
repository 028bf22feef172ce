"""Sheets of places and bodies: one line of them, or all."""
