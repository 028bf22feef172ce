"""What is known: cards, contacts, places and partnerships, read strictly and cross-checked.

This package knows nothing of machine learning, networks or Telegram.
"""
