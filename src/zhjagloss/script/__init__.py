"""Characters: from a form to the key under which its variants meet, and which language a text is in."""
