"""Extracts against reference summaries.

    python -m benchmarks.extract summary_cnndm_dev.jsonl [--sentences 3] [--limit N] [--peers lex-rank ...]

ROUGE-1/2/Lsum F1 with stemming, sentences joined by a newline, beside Lead-k over the
same sentences and the original sumy with its own tokenizer, all in the same run.
sumy's tokenizer needs NLTK's Punkt model: set NLTK_DATA to a folder that has it.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

from summarise.language.segment import segment
from summarise.ranking import rank, select
from summarise.reading import from_text

from .measure import Rouge, rows, table, timed

KINDS = ("rouge1", "rouge2", "rougeLsum")
System = Callable[[str], str]


def lead(text: str, count: int) -> str:
    """The first sentences."""
    sentences = [s.text for s in segment(from_text(text)) if not s.heading]
    return "\n".join(sentences[:count])


def ours(text: str, count: int, ranker: str = "news") -> str:
    """Our extract."""
    article = from_text(text)
    ranked = rank(segment(article), ranker=ranker, title=article.title)
    return "\n".join(s.text for s in select(ranked, count))


def sumy_lex_rank(text: str, count: int) -> str:
    """LexRank as sumy's own documentation runs it."""
    from sumy.nlp.stemmers import Stemmer
    from sumy.nlp.tokenizers import Tokenizer
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.utils import get_stop_words

    document = PlaintextParser.from_string(text, Tokenizer("english")).document
    summarizer = LexRankSummarizer(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    return "\n".join(str(sentence) for sentence in summarizer(document, count))


def measure(path: Path, count: int, limit: int | None, peers: list[str]) -> str:
    """The table of one set."""
    rouge = Rouge(KINDS)
    data = rows(path, limit)
    references = [row["reference"] for row in data]
    texts = [row["text"] for row in data]
    systems: dict[str, System] = {
        f"Lead-{count}": lambda t: lead(t, count),
        "summarise": lambda t: ours(t, count),
    }
    if sumy_works():
        systems["sumy LexRank"] = lambda t: sumy_lex_rank(t, count)
    for peer in peers:
        systems[f"summarise --ranker {peer}"] = lambda t, peer=peer: ours(t, count, peer)  # type: ignore[misc]
    lines = []
    for name, system in systems.items():
        output, milliseconds = timed(texts, system)
        scores = rouge.mean(zip(references, output, strict=True))
        lines.append((name, *(scores[k] for k in (*KINDS, "words")), milliseconds))
    header = ("system", "R-1", "R-2", "R-Lsum", "words", "ms/article")
    return table(f"Extracts: {path.stem}, {len(data)} articles, {count} sentences", header, lines)


def sumy_works() -> bool:
    """Whether sumy's own tokenizer finds its data."""
    try:
        sumy_lex_rank("One sentence. Another sentence. And a third one.", 1)
    except (LookupError, SystemExit):
        print("sumy's own tokenizer has no data (set NLTK_DATA): left out")
        return False
    return True


def main() -> None:
    """Print a table for each set."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--sentences", type=int, default=3)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--peers", nargs="*", default=[])
    options = parser.parse_args()
    for path in options.paths:
        print(measure(path, options.sentences, options.limit, options.peers))


if __name__ == "__main__":
    main()
