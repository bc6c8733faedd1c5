"""Other people's summarisers, run as their own documentation runs them, on the raw text."""

from collections.abc import Callable
from importlib import import_module

Peer = Callable[[str, int], list[str]]
"""A text and how many sentences are wanted, to the sentences of an extract in their order."""

SUMY = {
    "lex-rank": "lex_rank.LexRankSummarizer",
    "text-rank": "text_rank.TextRankSummarizer",
    "lsa": "lsa.LsaSummarizer",
    "luhn": "luhn.LuhnSummarizer",
    "edmundson": "edmundson.EdmundsonSummarizer",
    "sum-basic": "sum_basic.SumBasicSummarizer",
    "kl": "kl.KLSummarizer",
}
SUMMA = "summa"
NAMES = (*SUMY, SUMMA)

_TRIAL = "The dam broke on Friday. Nobody was hurt by the water. Engineers had warned of the dam for years."


def sumy(name: str) -> Peer:
    """One of sumy's summarizers with sumy's own tokenizer, stemmer and stop words."""
    module, _, kind = SUMY[name].partition(".")

    def run(text: str, count: int) -> list[str]:
        from sumy.nlp.stemmers import Stemmer
        from sumy.nlp.tokenizers import Tokenizer
        from sumy.parsers.plaintext import PlaintextParser
        from sumy.utils import get_stop_words

        parser = PlaintextParser.from_string(text, Tokenizer("english"))
        summarizer = getattr(import_module(f"sumy.summarizers.{module}"), kind)(Stemmer("english"))
        stop_words = get_stop_words("english")
        if name == "edmundson":
            # The words that sumy's own command line gives it.
            summarizer.null_words = stop_words
            summarizer.bonus_words = parser.significant_words
            summarizer.stigma_words = parser.stigma_words
        else:
            summarizer.stop_words = stop_words
        return [str(sentence) for sentence in summarizer(parser.document, count)]

    return run


def summa(text: str, count: int) -> list[str]:
    """TextRank of the package summa: it takes a share of the sentences, so its scores are asked for."""
    from summa import summarizer

    rated = summarizer.summarize(text, ratio=1.0, split=True, scores=True)
    best = sorted(range(len(rated)), key=lambda number: -float(rated[number][1]))[:count]
    return [str(rated[number][0]) for number in sorted(best)]


def peer(name: str) -> Peer:
    """The peer of a name in NAMES."""
    return summa if name == SUMMA else sumy(name)


def shown(name: str) -> str:
    """What a table calls it."""
    return "summa TextRank" if name == SUMMA else f"sumy {name}"


def missing(name: str) -> str:
    """Why a peer cannot run here, empty if it can."""
    try:
        peer(name)(_TRIAL, 1)
    except (LookupError, SystemExit):
        # sumy leaves the process where NLTK's data is not found.
        return "its tokenizer has no data, set NLTK_DATA to a folder with NLTK's Punkt model"
    except ImportError as error:
        return f"not installed: {error}"
    return ""
