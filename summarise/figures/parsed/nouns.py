"""What a figure counts or measures, told from the dependency parse.

The search climbs from the figure to the word that has it: the noun that it
modifies, the subject of the verb that it says something of, the object that a
verb takes to it. It stops wherever the tree stops making sense.
"""

from summarise.figures.parsed.beside import beside, in_kind, is_distance, is_thing, purpose
from summarise.figures.parsed.subjects import subject_of
from summarise.figures.parsed.tree import Tree, syntax_words
from summarise.model import Figure

_STEPS = 10
_OBJECT_LENGTH = 4  # tokens between "took" and "up to 3%"
_DOWN = frozenset({"nummod", "amod", "compound", "nmod", "quantmod", "predet", "det", "poss"})
_OF_VERB = frozenset(
    {"dobj", "attr", "npadvmod", "acomp", "oprd", "advmod", "prep", "dative", "xcomp", "advcl", "prt"}
)
_AMOUNTS = ("money", "percent", "rate")
_COMPLEMENTS = frozenset({"attr", "dobj", "acomp", "oprd"})
_OBJECT = frozenset({"to", "by", "from", "at"})
_SUBJECTS = ("nsubj", "nsubjpass")
_TIME_ADVERBS = frozenset(
    {"ago", "earlier", "later", "before", "after", "apart", "away", "since", "behind", "ahead"}
)


def what(tree: Tree, figure: Figure, top: int, busy: frozenset[int]) -> int | None:
    """The token of the noun that a figure counts or measures, None if none is found.

    Args:
        tree: the parse of its sentence.
        figure: the figure.
        top: its uppermost token.
        busy: the tokens of all figures of the sentence; none of them is a noun.
    """
    inside = frozenset(tree.within((figure.start, figure.end)))
    if is_distance(tree, figure, max(inside)):
        return None
    found = beside(tree, figure, top, inside)
    if found is not None and found not in busy:
        return found
    if figure.kind in ("score", "rank"):
        return None
    climb = _Climb(tree, figure, inside, busy)
    if figure.kind == "ratio" and tree.is_verb(top):
        return climb.of_own_verb(top)  # "doubled"
    found = climb.from_(top)
    if found is None and figure.kind == "money":
        found = in_kind(tree, max(inside))
    return found if found not in busy else None


class _Climb:
    """One way up; `preposition` is the last that was passed, `plain` unless an adjective or an adverb was."""

    __slots__ = ("busy", "figure", "inside", "plain", "preposition", "second", "since", "tree")

    def __init__(self, tree: Tree, figure: Figure, inside: frozenset[int], busy: frozenset[int]) -> None:
        self.tree = tree
        self.figure = figure
        self.inside = inside
        self.busy = busy
        self.preposition = ""
        self.plain = True
        self.second = False
        self.since = False

    def from_(self, top: int) -> int | None:
        """Up from the figure to what has it."""
        tree, tokens = self.tree, self.tree.tokens
        at = top
        for _ in range(_STEPS):
            head, dep = tree.heads[at], tokens[at].dep
            if head == at:
                return self._good(tree.child(at, *_SUBJECTS))
            if head in self.inside or (head in self.busy and not tree.is_verb(head)):
                if dep in ("prep", "pobj"):
                    self.preposition = tokens[head if dep == "pobj" else at].text.lower()
                at = head
            elif dep in _DOWN and at in self.busy and tree.is_noun(head):
                vague = syntax_words("nouns", "qualities") | syntax_words("nouns", "empty")
                if tokens[head].lemma not in vague:
                    return self._modified(head, at)
                at = head
            elif dep in ("pobj", "pcomp"):
                self.preposition = tokens[head].text.lower()
                at = head
                self.since = self.since or self.preposition in ("at", "from")
                if self.preposition not in syntax_words("words", "before_amount"):
                    return None
                above = tree.heads[at]
                if above != at and tree.is_noun(above) and above not in self.busy:
                    owner = self._owner(above)
                    if owner is None or owner >= 0 or self.figure.kind == "age":
                        return owner if owner != -1 else None
                    at = above  # "at a rate of 5 per cent"
            elif dep == "appos" and tree.is_noun(head):
                return (
                    None if self.figure.kind == "count" and tokens[head].pos == "PROPN" else self._good(head)
                )
            elif tree.is_verb(head):
                # "rose 5 per cent and 3 per cent": the second hangs on the verb by mistake
                return (
                    self._of_verb(head, at)
                    if dep in _OF_VERB or (dep == "conj" and at in self.busy)
                    else None
                )
            elif dep == "nsubj" and tokens[head].pos in ("ADJ", "ADV", "ADP"):
                return None
            elif tokens[head].pos in ("ADJ", "ADV", "ADP", "SCONJ", "PART", "PUNCT", "NUM", "SYM"):
                if tokens[head].lemma in _TIME_ADVERBS or tokens[head].text.lower() in _TIME_ADVERBS:
                    return None
                # "with sales down 2 per cent"
                subject = self._good(tree.child(head, "nsubj"))
                if subject is not None and subject < at:
                    return subject
                self.plain = False
                at = head
            elif tree.is_noun(head) and dep == "conj" and self.figure.kind == "money" and at in self.inside:
                at = head
            elif tree.is_noun(head) and dep in ("amod", "advmod", "prep", "acl", "nmod"):
                if dep != "advmod" or not any(child in self.busy for child in tree.children[head]):
                    return self._good(head)
                at = head  # "The figure is 5 million people, up 3 per cent": a count of its own
            else:
                return None
        return None

    def of_own_verb(self, verb: int) -> int | None:
        """What a verb that is a figure itself is of: "profits doubled", "doubled the fund"."""
        return self._good(self.tree.child(verb, "dobj")) or subject_of(self.tree, verb, self.busy)

    def _modified(self, head: int, at: int) -> int | None:
        """The noun that the figure stands before; behind it only what is no count."""
        if head < at and self.figure.kind == "count":
            return None
        return self._good(head)

    def _owner(self, head: int) -> int | None:
        """The noun that has the figure by "of", "above" and the like; -1 to climb on from it."""
        tree, lemma = self.tree, self.tree.tokens[head].lemma
        if self.figure.kind == "duration" and self.preposition != "of":
            return None
        if self.figure.kind == "count" and lemma in syntax_words("nouns", "parents"):
            return None
        if lemma in syntax_words("nouns", "changes"):
            for child in tree.children[head]:
                inner = tree.child(child, "pobj") if tree.tokens[child].text in ("in", "of") else None
                if inner is not None and self._good(inner) is not None:
                    return inner
            return self._apposed_to(head) or self._good(head)
        alone = all(tree.tokens[child].dep in ("det", "prep", "punct") for child in tree.children[head])
        if lemma in syntax_words("nouns", "qualities") | syntax_words("nouns", "empty") and alone:
            return -1
        if self.preposition != "for":
            return self._good(head)
        # "sells the pot for £5 and the pan for £9"
        verb = next((i for i in tree.up(head) if tree.is_verb(i)), None)
        priced = verb is not None and tree.tokens[verb].lemma in syntax_words("verbs", "trading")
        return self._good(head) if priced and self.figure.kind == "money" else None

    def _apposed_to(self, head: int) -> int | None:
        """ "Sales reached 6 million, a gain of 4 per cent": what the figure is of that the change stands beside."""
        above = self.tree.heads[head]
        beside = self.tree.tokens[head].dep in ("appos", "npadvmod", "conj") and above in self.busy
        if self.second or not beside:
            return None
        other = _Climb(self.tree, self.figure, self.inside, self.busy)
        other.second = True  # once: a tree may run in a circle
        return other.from_(above)

    def _of_verb(self, verb: int, at: int) -> int | None:
        """What the verb says the figure of: its object, its subject or whom the money is for."""
        tree, tokens, kind = self.tree, self.tree.tokens, self.figure.kind
        lemma = tokens[verb].lemma
        passive = tree.child(verb, "nsubjpass", "auxpass") is not None
        known = self.preposition in syntax_words("words", "before_amount")
        if self.preposition and not known:
            return None
        if kind == "duration" and not self._lasts(verb, at):
            return None
        if kind == "measure" and lemma in ("jump", "leap"):
            return None
        if kind == "age" and lemma != "be":
            # "At age 31, Reed sold", "rowed from the age of nine": whose age it was then
            return subject_of(tree, verb, self.busy) if self.since and not passive else None
        if kind == "money" and passive and lemma in syntax_words("verbs", "blaming"):
            return None  # who pays a fine is not what it is of
        if self._levelled(verb):
            given = self._object(verb, at)
            return self._good(given) if given is not None else subject_of(tree, verb, self.busy)
        if lemma in syntax_words("verbs", "adding"):
            return self._good(self._object_of("to", verb, at))
        if (known or not self.plain) and not passive:
            given = self._object(verb, at)
            if given is not None and self._takes(lemma):
                return self._good(given)
        wage = lemma in syntax_words("verbs", "of_wages") and " per " in (self.figure.unit or "")
        if ((kind == "money" and not self.preposition) or self.preposition == "for") and not wage:
            found = purpose(tree, verb, at, max(self.inside))
            if found is not None and found not in self.busy:
                return found
        if self.preposition in ("to", "from"):
            moved = self._moved(verb, at)
            if moved is not None:
                return moved
        if self.preposition == "for" and not passive and lemma not in syntax_words("verbs", "trading"):
            return None
        return subject_of(tree, verb, self.busy) if self._says(verb, at, passive) else None

    def _levelled(self, verb: int) -> bool:
        """ "the bids came up to £5", "took the rate down to 3%": the level that something has reached."""
        first = min(self.inside)
        before = [token.text.lower() for token in self.tree.tokens[max(0, first - 2) : first]]
        near = verb < first <= verb + 2 + _OBJECT_LENGTH and self.figure.bound not in ("<", "<=")
        return near and before in (["up", "to"], ["down", "to"]) and self.figure.kind in _AMOUNTS

    def _lasts(self, verb: int, at: int) -> bool:
        """Whether a time says how long something lasts or by how much it changes: none of "waited for two days"."""
        lemma, token = self.tree.tokens[verb].lemma, self.tree.tokens[at]
        if self.preposition:
            return self.preposition in ("to", "by") and lemma in syntax_words("verbs", "changing_time")
        compared = not self.plain and token.tag in ("JJR", "RBR")
        return compared or (lemma == "be" and token.dep == "attr") or (lemma == "last" and self.plain)

    def _says(self, verb: int, at: int, passive: bool) -> bool:
        """Whether the figure says something of the verb's subject."""
        token, kind = self.tree.tokens[verb], self.figure.kind
        if (
            token.tag == "VBG"
            and token.dep == "advcl"
            and token.lemma in syntax_words("verbs", "of_subject_money")
        ):
            return False
        if kind == "count" and not self.preposition:
            return (
                token.lemma in syntax_words("verbs", "of_subject_count")
                and self.tree.tokens[at].dep in _COMPLEMENTS
            )
        return (
            token.lemma in syntax_words("verbs", "of_subject")
            or (kind == "money" and token.lemma in syntax_words("verbs", "of_subject_money"))
            or (passive and (kind in (*_AMOUNTS, "measure") or bool(self.preposition)))
            or (not self.plain and self.tree.tokens[at].pos in ("ADJ", "ADV"))
            or self.tree.tokens[at].text.lower() in ("up", "down")
            or (self.preposition == "at" and kind in _AMOUNTS)
            or (
                self.preposition == "for"
                and self.tree.child(verb, "dobj") is None
                and token.lemma in syntax_words("verbs", "trading")
            )
        )

    def _moved(self, verb: int, at: int) -> int | None:
        """ "announced a rise in fees to £5": what a noun of change between the verb and the figure is of."""
        tree = self.tree
        for index in range(at - 1, verb, -1):
            if tree.tokens[index].lemma in syntax_words("nouns", "changes") and tree.is_noun(index):
                holders = (c for c in tree.children[index] if tree.tokens[c].text in ("in", "of"))
                inner = next((tree.child(c, "pobj") for c in holders), None)
                return self._good(inner)
        return None

    def _takes(self, lemma: str) -> bool:
        if lemma in syntax_words("verbs", "of_object"):
            return True
        far = self.figure.kind in ("measure", "duration") and self.preposition == "from"
        if self.preposition in _OBJECT or self.preposition == "of" or not self.plain:
            return lemma not in syntax_words("verbs", "not_of_object") and not far
        return False

    def _object(self, verb: int, at: int) -> int | None:
        """The object between the verb and the figure, or the subject of a small clause there."""
        tree = self.tree
        return next(
            (
                c
                for c in tree.children[verb]
                if tree.tokens[c].dep in ("dobj", "nsubj") and verb < c < at and c not in self.busy
            ),
            None,
        )

    def _object_of(self, preposition: str, verb: int, at: int) -> int | None:
        tree = self.tree
        for holder in sorted({*tree.children[verb], *tree.children[at]}):
            if holder > at and tree.tokens[holder].text == preposition:
                return tree.child(holder, "pobj")
        return None

    def _good(self, index: int | None) -> int | None:
        return index if index is not None and index not in self.busy and is_thing(self.tree, index) else None
