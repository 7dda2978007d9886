"""Terms that nobody listed, found by how their names are made."""
