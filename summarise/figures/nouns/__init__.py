"""Whether a number is a quantity at all, and what is counted or measured."""
