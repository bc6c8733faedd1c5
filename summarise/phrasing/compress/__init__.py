"""Compression: what of a sentence stays.

`rules` says what must stay, may go and goes; `keep` is the fitted model of how likely each word
stays; `decode` finds the best deletion that the rules allow; `shorten.compress` is the front door.
"""
