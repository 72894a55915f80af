"""Words and places in a text: plain Python, no Django."""
