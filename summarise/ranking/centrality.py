"""How a sentence is tied to the story: by its words' frequency, to what comes before and behind it, to the whole."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Ties(NamedTuple):
    """What ties one sentence to its story.

    Attributes:
        frequency: mean number of its terms in the story (Nenkova and Vanderwende 2005).
        backward, forward: sums of its tf-isf cosines with the sentences before and after it (Zheng
            and Lapata 2019; isf: inverse sentence frequency).
        central: cosine with the story as one bag of terms, each weighed by its rarity in news
            (centroid of Radev, Jing and Budzikowska 2000).
        rarity: mean rarity of its distinct terms.
    """

    frequency: float
    backward: float
    forward: float
    central: float
    rarity: float


def ties(
    bags: Sequence[Mapping[str, int]], times: Mapping[str, int], rarity: Mapping[str, float]
) -> list[Ties]:
    """The ties of every sentence.

    A sum of cosines with many unit vectors is one product with their sum: O(words), not O(n²).

    Args:
        bags: the terms of each sentence with their number.
        times: how often each term occurs in the story.
        rarity: of each term in news.
    """
    spread = Counter([term for bag in bags for term in bag])
    most = math.log(len(bags) + 1)
    # For each term: its isf, its rarity, its weight in the centroid, its number, the sum so far.
    facts = {
        term: [most - math.log(spread[term]), rare, times[term] * rare, times[term], 0.0]
        for term, rare in rarity.items()
    }
    whole = math.sqrt(sum([fact[2] * fact[2] for fact in facts.values()])) or 1.0
    found = []
    for bag in bags:
        frequency = total = rare_sum = dot = square = rare_square = back = 0.0
        weights = []
        for term, count in bag.items():
            fact = facts[term]
            isf, rare, centre, number, before = fact
            weight = count * isf
            rare_weight = count * rare
            total += count
            frequency += number * count
            rare_sum += rare
            dot += rare_weight * centre
            rare_square += rare_weight * rare_weight
            square += weight * weight
            back += weight * before
            weights.append((fact, weight))
        length = math.sqrt(square) or 1.0
        for fact, weight in weights:
            fact[4] += weight / length
        size = len(bag) or 1
        central = dot / (math.sqrt(rare_square) or 1.0) / whole
        found.append((frequency / (total or 1.0), back / length, weights, length, central, rare_sum / size))
    result = []
    for frequency, backward, weights, length, central, mean_rarity in found:
        everything = sum([weight * fact[4] for fact, weight in weights]) / length
        forward = max(0.0, everything - backward - 1.0) if weights else 0.0
        result.append(Ties(frequency, backward, forward, central, mean_rarity))
    return result
