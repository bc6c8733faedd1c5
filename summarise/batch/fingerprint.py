"""What a result depends on, as a short text: the article, the style and the program itself."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from summarise.model import Article, Style, plain
from summarise.resources import templates_folder

_PACKAGE = Path(__file__).resolve().parents[1]


def fingerprint_run(style: Style, format: str) -> str:
    """Fingerprint of everything that is the same for all articles of a run.

    The program goes in with its files, word lists and templates included: an editor who corrects
    one of them wants new results, not the old ones.
    """
    digest = hashlib.sha256()
    # Where the templates lie makes no difference, what they say does.
    settings = {**asdict(style), "templates": None, "format": format}
    digest.update(json.dumps(settings, sort_keys=True).encode())
    own = [Path(style.templates)] if style.templates else []
    for folder in [_PACKAGE, templates_folder(), *own]:
        for path in _files(folder):
            digest.update(path.relative_to(folder).as_posix().encode("utf-8", "surrogatepass"))
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    for name in (style.profile, style.house):
        if name.endswith(".toml"):
            digest.update(hashlib.sha256(Path(name).read_bytes()).digest())
    return digest.hexdigest()


def fingerprint(article: Article, run: str) -> str:
    """Fingerprint of one article's result in a run, 32 hexadecimal digits."""
    content = json.dumps([run, plain(article)])
    return hashlib.sha256(content.encode()).hexdigest()[:32]


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            yield path
