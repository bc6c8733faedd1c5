"""Fitted models: small ones, in files of the package, checked by hash and read on first use."""
