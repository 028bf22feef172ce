"""`python -m bot` is the command `guichet`."""

from bot.cli import main

main()
