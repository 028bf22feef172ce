"""Questions over the table of partnerships."""
