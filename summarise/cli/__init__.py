"""The command line: commands over the package's verbs, no logic of its own."""

from summarise.cli.app import main

__all__ = ["main"]
