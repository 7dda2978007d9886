"""Rows written out, each format behind one signature: `write(rows, columns, stream, header)`."""
