"""Headlines, bullets, key figures and extracts from news articles, without a language model."""

from typing import TYPE_CHECKING, Any

from .errors import SummariseError
from .model import Article, Digest, Figure, Style

if TYPE_CHECKING:
    from .batch import summarise_folder
    from .pipeline import audit, compress, find_figures, rank, summarise, summarise_many

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Digest",
    "Figure",
    "Style",
    "SummariseError",
    "audit",
    "compress",
    "find_figures",
    "rank",
    "summarise",
    "summarise_folder",
    "summarise_many",
]


def __getattr__(name: str) -> Any:
    # The stages are imported when they are first asked for: `import summarise` stays quick.
    if name == "summarise_folder":
        from .batch import summarise_folder

        return summarise_folder
    if name in __all__:
        from . import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
