"""Deliberate edits of true sentences, each of which changes what is said: the cases of `benchmarks.audit`.

`material` reads and parses the articles, `hosts` says which texts are edited, each of the other modules makes
some kinds of edits, and `cases` puts them together. None of them knows what the audit finds.
"""
