"""Numbers with their units, ranges, rates, ages, bounds and directions."""
