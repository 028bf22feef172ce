"""Questions over the table of places: how many, which, the largest, what lies in what."""
