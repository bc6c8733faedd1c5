"""What a sentence says around a figure: by whom, with what verb, where, when, and whether it denies it."""
