"""Results that are JSON documents of their own, versioned like the digest's."""

import json
from collections.abc import Sequence
from typing import Any

from summarise.model import SCHEMA_VERSION, Article, Figure, Warning, plain
from summarise.model.output import facts


def figures_document(
    article: Article, figures: Sequence[Figure], key: Sequence[Figure], warnings: Sequence[Warning]
) -> dict[str, Any]:
    """The figures of an article as plain data, after `figures_document` of docs/schema.json."""
    return {
        "schema": SCHEMA_VERSION,
        "article": facts(article),
        "figures": plain(tuple(figures)),
        "key_figures": plain(tuple(key)),
        "warnings": plain(tuple(warnings)),
    }


def write_figures(
    article: Article, figures: Sequence[Figure], key: Sequence[Figure], warnings: Sequence[Warning]
) -> str:
    """The same as JSON text, ending in a newline."""
    document = figures_document(article, figures, key, warnings)
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
