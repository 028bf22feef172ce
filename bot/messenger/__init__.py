"""Guichet in Telegram."""
