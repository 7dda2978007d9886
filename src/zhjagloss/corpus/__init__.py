"""Texts: from the files a user names to documents, and from documents to sentences that count."""
