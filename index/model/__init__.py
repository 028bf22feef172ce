"""The embedding model, and vectors of texts."""
