"""A corpus turned into candidates and usage: a map over documents, a reduce by key."""
