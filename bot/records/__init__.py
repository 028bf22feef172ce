"""What is kept: the journal, what conversations remember, backups."""
