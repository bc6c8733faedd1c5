"""Numbers as they are written, and nothing about what they are a number of."""
