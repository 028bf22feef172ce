"""Names of places and contacts in a text."""
