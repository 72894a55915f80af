"""Independent sources, counted: plain Python, no Django."""
