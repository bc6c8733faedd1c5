"""Numbers that count nothing: dates, times, identifiers, parts of names."""
