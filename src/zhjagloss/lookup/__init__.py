"""Answers to a translator's question: the index, the relations, the front door."""
