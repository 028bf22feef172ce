"""How people word things, in three languages: what a message says, before what it asks is looked for."""
