"""The versions of the journal's tables, oldest first: v1, v2 and so on."""
