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
    logarithms = [0.0, *map(math.log, range(1, len(bags) + 1))]
    isf = {term: most - logarithms[count] for term, count in spread.items()}
    centre = {term: times[term] * rare for term, rare in rarity.items()}
    whole = math.sqrt(sum([weight * weight for weight in centre.values()])) or 1.0
    sums = dict.fromkeys(rarity, 0.0)
    found: list[tuple[float, float, float, float, float]] = []
    for bag in bags:
        frequency = total = rare_sum = dot = square = rare_square = back = 0.0
        for term, count in bag.items():
            rare = rarity[term]
            weight = count * isf[term]
            rare_weight = count * rare
            total += count
            frequency += times[term] * count
            rare_sum += rare
            dot += rare_weight * centre[term]
            rare_square += rare_weight * rare_weight
            square += weight * weight
            back += weight * sums[term]
        length = math.sqrt(square) or 1.0
        for term, count in bag.items():
            sums[term] += count * isf[term] / length
        central = dot / (math.sqrt(rare_square) or 1.0) / whole
        found.append((frequency / (total or 1.0), back / length, length, central, rare_sum / (len(bag) or 1)))
    result = []
    for bag, (frequency, backward, length, central, mean_rarity) in zip(bags, found, strict=True):
        everything = sum([count * isf[term] * sums[term] for term, count in bag.items()]) / length
        forward = max(0.0, everything - backward - 1.0) if bag else 0.0
        result.append(Ties(frequency, backward, forward, central, mean_rarity))
    return result
