"""Runs that are one name: exact forms, surnames, first names, initials that the article introduces."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from .registers import demonyms, first_names, organisation_words, places, sex_of_name, sex_of_title
from .runs import Run, ends_in_suffix, particles
from .words import Word


@dataclass(slots=True)
class Chain:
    """Runs that mean the same while a story is read; `forms` are their texts, `initials` a form in capitals."""

    full: Run
    runs: list[Run] = field(default_factory=list)
    forms: set[str] = field(default_factory=set)
    initials: Run | None = None

    def take(self, run: Run) -> None:
        """Add a run; the fullest form is the one with the most words, the first of those."""
        if len(run.words) > len(self.full.words) and not run.doubtful:
            self.full = run
        self.runs.append(run)
        self.forms.add(run.text)


def chains(found: Iterable[Run], text: str) -> list[Chain]:
    """The runs of a story, put together.

    Args:
        found: its runs in order.
        text: the article's text.
    """
    known: list[Chain] = []
    for run in _rejoined(list(found), text):
        if run.text in _MONTHS and not any(_called(c, run.text.lower()) for c in known):
            continue
        home = _home(run, known, text)
        if home is None:
            home = Chain(run)
            known.append(home)
        home.take(run)
    # One word that only ever opens sentences nobody has parsed may be any word.
    return [c for c in known if len(c.full.words) > 1 or not all(r.doubtful and not r.title for r in c.runs)]


_MONTHS = frozenset({"May", "Will"})


def surname(run: Run) -> tuple[Word, ...]:
    """The words of a run that are the surname if it is a person's: particles in front, no "Jr" behind."""
    words = run.words[:-1] if ends_in_suffix(run) else run.words
    first = len(words) - 1
    while first > 1 and words[first - 1].text.lower() in particles():
        first -= 1
    return words[first:]


def _rejoined(found: list[Run], text: str) -> list[Run]:
    """Runs that "and" has parted, put together where initials in brackets behind them prove it."""
    joined: list[Run] = []
    for run in found:
        before = joined[-1] if joined else None
        if before is not None and before.sentence == run.sentence:
            gap = text[before.words[-1].end : run.words[0].start]
            whole = (*before.words, *run.words)
            proof = _bracketed(run, text)
            if gap in {" and ", " & "} and not run.title and proof and _letters(whole) == proof:
                joined[-1] = replace(before, words=whole, text=" ".join(w.text for w in whole))
                continue
            if gap == " and " and before.before == "the" and len(before.words) == 1 and _institutional(run):
                # "the Securities and Exchange Commission"
                joined[-1] = replace(before, words=whole, text=" ".join(w.text for w in whole))
                continue
        joined.append(run)
    return joined


def _institutional(run: Run) -> bool:
    return len(run.words) > 1 and run.words[-1].text.lower() in organisation_words() and not run.title


def _bracketed(run: Run, text: str) -> str:
    """The capitals in brackets behind a run, "" if there are none."""
    end = run.words[-1].end
    if text[end : end + 2] != " (":
        return ""
    close = text.find(")", end, end + 12)
    inside = text[end + 2 : close] if close > 0 else ""
    return inside if inside.isupper() and inside.isalpha() else ""


def _letters(words: Iterable[Word]) -> str:
    return "".join(w.text[0] for w in words if w.text[0].isupper())


# "the elder Martin" is not the Martin of whom the story tells.
_RELATIVES = frozenset({"elder", "younger", "eldest", "youngest"})


def _home(run: Run, known: Sequence[Chain], text: str) -> Chain | None:
    if run.before in _RELATIVES:
        return None
    same = next((c for c in known if run.text in c.forms), None)
    if same is not None and not _other_bearer(run, same):
        return same
    if len(run.words) == 1 and run.text.isupper() and len(run.text) > 1:
        return _by_initials(run, known, text)
    if len(run.words) == 1 and text[: run.words[0].start].endswith(" ("):
        # British papers write "the World Anti-Doping Agency (Wada)".
        spoken = _by_initials(run, known, text)
        if spoken is not None:
            return spoken
    last = " ".join(w.text for w in surname(run)).lower()
    if len(run.words) > 1 and run.words[0].text.lower() not in particles():
        return _fuller(run, last, known)
    if run.before == "the" and run.text.lower() in organisation_words():
        # "the Bank", "the Commission": the one whose name has the word.
        whole = [c for c in known if len(c.full.words) > 1 and any(w.text == run.text for w in c.full.words)]
        return whole[0] if len(whole) == 1 else None
    bare = _bare(run)
    if not _placed(run) or run.title:
        bearers = [c for c in known if len(c.full.words) > 1 and _called(c, bare)]
        if len(bearers) > 1 and run.title:
            bearers = [c for c in bearers if not _other_bearer(run, c)]
        if not bearers and run.title:
            # "Mr Zhu" for Zhu Jinwei: the surname comes first.
            bearers = [c for c in known if len(c.full.words) == 2 and c.full.words[0].text == run.text]
        if len(bearers) == 1 and not _other_bearer(run, bearers[0]):
            return bearers[0]
        if not bearers and not run.title:
            return _by_front(run, known)
    return None


def _bare(run: Run) -> str:
    words = [w.text.lower() for w in run.words]
    while len(words) > 1 and words[0] in particles():
        words.pop(0)
    return " ".join(words)


def _called(chain: Chain, bare: str) -> bool:
    """Whether a single word is the last of a chain's full name and may be a surname."""
    last = surname(chain.full)[-1].text.lower()
    return last == bare and bare not in organisation_words() and bare.title() not in places()


def _placed(run: Run) -> bool:
    return run.before in {"in", "at", "near", "from", "across", "outside"} or run.text in places()


def _fuller(run: Run, last: str, known: Sequence[Chain]) -> Chain | None:
    """ "Aaron Bruns" after "Bruns", "George W Bush" after "George Bush"."""
    for chain in known:
        first = chain.full.words[0].text
        if len(chain.full.words) == 1:
            alike = chain.full.text.lower() == last and not _other_bearer(run, chain)
            if alike and run.words[0].text in first_names() and not _placed(chain.full):
                return chain
        elif first == run.words[0].text and surname(chain.full)[-1].text.lower() == last.split()[-1]:
            one, other = ([w.text for w in r.words] for r in (chain.full, run))
            if _within(one, other) or _within(other, one):
                return chain
    return None


def _within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether one row of words is the other with some left out."""
    rest = iter(long)
    return all(word in rest for word in short)


def _by_front(run: Run, known: Sequence[Chain]) -> Chain | None:
    """ "Yukos" after "Yukos Oil Company", "Serena" after "Serena Williams"."""
    if run.text in places() or run.text in demonyms():
        return None
    fronted = [c for c in known if len(c.full.words) > 1 and c.full.words[0].text == run.text]
    if len(fronted) != 1:
        return None
    return fronted[0]


def _by_initials(run: Run, known: Sequence[Chain], text: str) -> Chain | None:
    """The chain a form in capitals is short for: in brackets behind it, or of exactly its letters."""
    start = run.words[0].start
    for chain in known:
        end = chain.runs[-1].words[-1].end
        if (
            text[end:start] in {" (", " (the "}
            and text[start + len(run.text)] in "),"
            and _fits(run.text.upper(), chain, exactly=not run.text.isupper())
        ):
            chain.initials = chain.initials or run
            return chain
    exact = [c for c in known if len(c.full.words) > 1 and _letters(c.full.words) == run.text]
    if len(exact) == 1 and not exact[0].full.title:
        exact[0].initials = exact[0].initials or run
        return exact[0]
    return None


def _fits(form: str, chain: Chain, exactly: bool) -> bool:
    letters = _letters(chain.runs[-1].words).upper()
    if exactly:
        return len(form) > 2 and letters == form
    return letters == form or (len(form) > 1 and letters.endswith(form)) or form.startswith(letters[:2])


def _other_bearer(run: Run, chain: Chain) -> bool:
    """Whether titles or first names tell two bearers apart: "Mrs Blair" is not Tony Blair."""
    mine = {s for w in run.title if (s := sex_of_title(w.text))}
    theirs = {s for r in chain.runs for w in r.title if (s := sex_of_title(w.text))}
    if not theirs and len(chain.full.words) > 1:
        theirs = {s for s in [sex_of_name(chain.full.words[0].text)] if s}
    return bool(mine and theirs and not mine & theirs)
