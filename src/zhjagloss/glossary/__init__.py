"""Glossary folders: what people decided, what the program generated, and which folder answers."""
