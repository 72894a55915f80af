"""The only way text gets in: decode, normalise once, hash, cut into passages, store."""
