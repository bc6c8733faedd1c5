"""How a sentence is tied to the story: to what comes before and behind it, and to the whole."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence


def directions(bags: Sequence[Mapping[str, int]]) -> tuple[list[float], list[float]]:
    """For each sentence the sums of its tf-isf cosines with those after it and with those before it.

    A sum of cosines with many unit vectors is one product with their sum: O(words), not O(n²).
    """
    spread = Counter(own_term for bag in bags for own_term in bag)
    rarity = {own_term: math.log((len(bags) + 1) / count) for own_term, count in spread.items()}
    total: dict[str, float] = dict.fromkeys(rarity, 0.0)
    vectors = []
    backward = []
    for bag in bags:
        vector = [(own_term, count * rarity[own_term]) for own_term, count in bag.items()]
        length = math.sqrt(sum([weight * weight for _, weight in vector])) or 1.0
        dot = 0.0
        for own_term, weight in vector:
            dot += weight * total[own_term]
            total[own_term] += weight / length
        vectors.append((vector, length))
        backward.append(dot / length)
    forward = []
    for (vector, length), before in zip(vectors, backward, strict=True):
        whole = sum([weight * total[own_term] for own_term, weight in vector]) / length
        forward.append(max(0.0, whole - before - 1.0) if vector else 0.0)
    return forward, backward


def centrality(
    bags: Sequence[Mapping[str, int]], times: Mapping[str, int], rarity: Mapping[str, float]
) -> list[float]:
    """For each sentence the cosine with the story as one bag of terms, each weighed by its rarity in news.

    Centroid of Radev, Jing and Budzikowska (2000), with the rarity of a background corpus.
    """
    centre = {own_term: count * rarity[own_term] for own_term, count in times.items()}
    whole = math.sqrt(sum([weight * weight for weight in centre.values()])) or 1.0
    found = []
    for bag in bags:
        vector = [(own_term, count * rarity[own_term]) for own_term, count in bag.items()]
        length = math.sqrt(sum([weight * weight for _, weight in vector])) or 1.0
        found.append(sum([weight * centre[own_term] for own_term, weight in vector]) / length / whole)
    return found
