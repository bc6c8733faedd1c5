"""What we know of English: sentences, words, syllables, syntax, inflection."""
