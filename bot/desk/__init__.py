"""The commands of those who curate and run it."""
