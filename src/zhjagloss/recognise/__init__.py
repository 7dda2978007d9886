"""Terms in running text: which hits are to be believed, and tokens with terms kept whole."""
