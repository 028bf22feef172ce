"""A question as it goes on from the turns before."""
