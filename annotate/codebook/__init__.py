"""Merging, splitting and telling apart claims and agents, and many claims at once."""
