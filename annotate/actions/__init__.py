"""Everything a reviewer or curator can do, one function each."""
