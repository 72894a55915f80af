"""Forms: they turn what a person typed into values and explain what does not fit."""
