"""How it is found: embeddings, versioned index folders, search and classification."""
