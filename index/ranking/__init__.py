"""Ranks cards and other items for a question."""
