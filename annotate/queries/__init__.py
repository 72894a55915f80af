"""Everything the pages and exports read."""
