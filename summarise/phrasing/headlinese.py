"""The grammar of headlines: tense, auxiliaries, articles.

Past, perfect and progressive become the present; a passive loses its "be"; "will"
becomes "to"; articles go, save where they are part of a name or make a number.
Only the main verb and verbs joined to it change.
"""

from ..language.inflect import inflect, may_be_verb, present
from ..model import Origin, Token
from .agreement import is_plural
from .clauses import Clause
from .tree import TIME_NOUNS, Tree

_MODALS = frozenset("may might can could would should must shall ca wo 'd ’d".split())
_COUNTING = frozenset(
    (
        "few lot couple number dozen third quarter half million billion hundred thousand handful series "
        "little bit"
    ).split()
)

_PARTITIVE = frozenset("one two three some most many all half part none each either neither".split())

Change = tuple[str, Origin] | None


def changes(clause: Clause, kept: frozenset[int]) -> dict[int, Change]:
    """What each kept token of a clause becomes in a headline: new text, or None where it goes."""
    tree = clause.tree
    changed: dict[int, Change] = {i: None for i in kept if _loses_article(tree, i)}
    changed |= dict.fromkeys(the_age_of(tree, kept))
    for verb in _joined(tree, clause.verb, kept):
        own = tree.child(verb, "nsubj", "nsubjpass")
        plural = clause.plural if own is None or verb == clause.verb else is_plural(tree, own, verb)
        changed |= _verb_group(tree, verb, plural, kept)
        if verb != clause.verb and tree.child(verb, "auxpass") is not None:
            # "crashes and is sold": only the first verb of a row loses its "be".
            changed |= _present_auxiliary(tree, verb, plural)
    for verb in _told_beside(tree, clause.verb, kept):
        subject = tree.child(verb, "nsubj", "nsubjpass")
        if subject is not None:
            plural = is_plural(tree, subject, verb)
            passive = tree.child(verb, "auxpass") is not None
            changed |= (
                _present_auxiliary(tree, verb, plural) if passive else _verb_group(tree, verb, plural, kept)
            )
    return changed


def the_age_of(tree: Tree, kept: frozenset[int]) -> list[int]:
    """What "at" says alone where the years are kept: "dies at the age of 73", "gives birth at age 14"."""
    found = []
    for token in tree.tokens:
        if token.text.lower() != "age" or token.dep != "pobj" or tree.tokens[token.head].text.lower() != "at":
            continue
        of = next((i for i in tree.offspring(token.index, "prep") if tree.tokens[i].text == "of"), None)
        years = tree.child(token.index, "nummod") if of is None else tree.child(of, "pobj")
        plain = all(
            tree.tokens[i].dep in {"det", "prep", "nummod", "punct"} for i in tree.children[token.index]
        )
        if years is not None and plain and tree.tokens[years].tag == "CD" and {token.head, years} <= kept:
            found += [token.index, *([of] if of is not None else []), *tree.offspring(token.index, "det")]
    return found


def _told_beside(tree: Tree, verb: int, kept: frozenset[int]) -> list[int]:
    """Verbs of "when ...", "as ..." and "while ...", told in the same time as the main verb."""
    found = []
    for other in tree.offspring(verb, "advcl"):
        mark = tree.child(other, "mark", "advmod")
        if other in kept and mark is not None and tree.tokens[mark].text.lower() in {"when", "as", "while"}:
            found.append(other)
    return found


def _present_auxiliary(tree: Tree, verb: int, plural: bool) -> dict[int, Change]:
    past = {"was", "were"}
    return {
        i: (present("be", plural), "inflected")
        for i in tree.offspring(verb, "aux", "auxpass")
        if tree.tokens[i].text.lower() in past
    }


def _joined(tree: Tree, verb: int, kept: frozenset[int]) -> list[int]:
    verbs = [verb]
    if tree.child(verb, "auxpass") is not None:
        # "was jailed and told": the second participle shares the auxiliary and stays as it is.
        return verbs
    for other in tree.offspring(verb, "conj"):
        if other in kept and tree.tokens[other].pos in {"VERB", "AUX"}:
            verbs += _joined(tree, other, kept)
    return verbs


def _loses_article(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    if token.dep != "det" or token.text.lower() not in {"a", "an", "the"}:
        return False
    if index in tree.quoted:
        return False
    head = tree.tokens[token.head]
    # "The Hague", "The Who": a capital inside the sentence makes it part of the name.
    if token.text == "The" and index > 0 and tree.tokens[index + 1].text[:1].isupper():
        return False
    # "Queen of the South": inside a name.
    inside = index > 1 and tree.tokens[index - 2].text[:1].isupper() and tree.tokens[index - 1].pos == "ADP"
    if inside and index + 1 < len(tree.tokens) and tree.tokens[index + 1].pos == "PROPN":
        return False
    # "the poor", "a few", "3 percent a year": the article carries the meaning.
    in_a_row = head.lemma == "row" and tree.tokens[index - 1].text.lower() == "in"
    if in_a_row or (head.dep == "poss" and head.lemma in TIME_NOUNS):
        # "a month's rain"
        return False
    if (
        head.pos in {"ADJ", "NUM", "VERB"}
        or (token.text.lower() != "the" and head.lemma in _COUNTING)
        or head.dep == "npadvmod"
    ):
        return False
    if (
        index > 1
        and tree.tokens[index - 1].text == "of"
        and (tree.tokens[index - 2].text.lower() in _PARTITIVE or tree.tokens[index - 2].tag == "CD")
    ):
        return False
    following = tree.tokens[index + 1] if index + 1 < len(tree.tokens) else head
    if token.text.lower() != "the" and (following.lemma in _COUNTING or following.text.lower() in _COUNTING):
        return False
    return not any(f.start <= token.start < f.end for f in tree.figures)


def _verb_group(tree: Tree, verb: int, plural: bool, kept: frozenset[int]) -> dict[int, Change]:
    token = tree.tokens[verb]
    group = [i for i in tree.offspring(verb, "aux", "auxpass") if i in kept]
    words = [tree.tokens[i].text.lower() for i in group]
    negated = any(i in kept for i in tree.offspring(verb, "neg"))
    passive = tree.child(verb, "auxpass") is not None
    shares = not words and token.tag == "VB"
    if shares or any(word in _MODALS for word in words) or "to" in words:
        # A bare form shares the auxiliary of the verb before it: "will stun and break".
        return {}
    if words and words[0] in {"will", "'ll", "’ll"}:
        if negated:
            return {}
        coming: dict[int, Change] = {group[0]: ("to", "inflected")}
        if words[1:] == ["be"] and token.tag == "VBG":
            # "will be remembering" → "to remember"
            coming |= {group[1]: None, verb: (token.lemma, "inflected")}
        return coming
    if words and words[0] in {"had", "'d"}:
        return {}
    since = any(i in kept and tree.tokens[i].text.lower() == "since" for i in tree.children[verb])
    # "the lowest level since 1976" is reached, not lasting.
    lasting = since and not any(tree.tokens[i].tag in {"JJS", "RBS"} for i in kept)
    if words and words[0] in {"has", "have"} and lasting:
        # "has tried since 2003" lasts; "tries since 2003" is no English.
        return {}
    if passive and token.lemma == "want":
        # "was wanted" must not look like "wanted to have".
        return {}
    if passive:
        # "was killed", "has been killed", "is being held" → "killed", "killed", "being held".
        gone = {"is", "are", "was", "were", "be", "been", "has", "have", "'s", "’s", "am"}
        return {i: None for i, word in zip(group, words, strict=True) if word in gone}
    if negated:
        if words and words[-1] in {"did", "do", "does"}:
            return (
                {group[-1]: ("do" if plural else "does", "inflected")}
                if tree.tokens[group[-1]].text != "do"
                else {}
            )
        return {}
    if token.text.lower() == "missing" and words:
        # "were missing" says what they are, not what they did.
        return {group[-1]: (present("be", plural), "inflected")} if words[-1] in {"was", "were"} else {}
    changed: dict[int, Change] = dict.fromkeys(group)
    if token.lemma == "be" and words and "been" not in words and words[0] in {"has", "have"}:
        # "has been on trial since June" says that it lasts; "is" does not.
        return {}
    if token.lemma == "be" and not group:
        # "is to buy" → "to buy"
        planned = [c for c in tree.children[verb] if c > verb and tree.tokens[c].dep in {"xcomp", "ccomp"}]
        if (
            planned
            and tree.tokens[tree.subtree(planned[0])[0]].tag == "TO"
            and tree.subtree(planned[0])[0] == verb + 1
        ):
            return {verb: None}
        if _goes_without(tree, verb, kept):
            return {verb: None}
        if token.text.lower() in {"was", "were"}:
            # What somebody was need not be so any more: "Collins was 74", "the fire was deliberate".
            return {}
    if token.tag == ("VBP" if plural else "VBZ") and not group:
        # It stands in the present already; its base form may be a wrong guess ("hopes" of "hop").
        return changed
    base = base_form(token)
    if base is None and not group:
        # A verb that no dictionary has ("outspent"): better as it stands than wrong.
        return {}
    form = present(base or token.lemma, plural)
    if form != token.text:
        changed[verb] = (form, "inflected")
    return changed


def _goes_without(tree: Tree, verb: int, kept: frozenset[int]) -> bool:
    """ "is likely to miss it" → "likely to miss it", "is dead at 84": an adjective that is not the end of the line."""
    state = tree.child(verb, "acomp")
    if state is None or state not in kept or tree.tokens[verb].text.lower() not in {"is", "are", "'s", "’s"}:
        return False
    before = [i for i in range(verb + 1, state) if i in kept]
    if any(tree.tokens[i].pos not in {"ADV", "PART"} for i in before):
        return False
    behind = next((tree.tokens[i] for i in sorted(kept) if i > state), None)
    return behind is not None and (behind.tag in {"TO", "IN"} or behind.dep in {"prep", "mark"})


def base_form(token: Token) -> str | None:
    """The verb's base form; "staged" is of "stage", though the lemmatiser may say "stag"; None if it fits no form."""
    word = token.text.lower()
    if token.tag not in {"VBD", "VBN", "VBG"} or token.lemma in {"be", "have", "do"}:
        return token.lemma
    forms = ("VBG",) if token.tag == "VBG" else ("VBD", "VBN")
    for base in (token.lemma, token.lemma + "e"):
        if word in {inflect(base, form) for form in forms}:
            return base
    return token.lemma if may_be_verb(token.lemma) else None


def reporting_form(tree: Tree, report: int, speaker: int) -> tuple[str, Origin]:
    """The reporting verb in the present: said → says."""
    token = tree.tokens[report]
    form = present(token.lemma, is_plural(tree, speaker, report))
    return (form, "copied" if form == token.text else "inflected")
