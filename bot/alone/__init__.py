"""A question as it stands by itself."""
