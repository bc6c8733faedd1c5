"""The register of ways in which a sentence leans on another."""

from summarise.ranking.discourse import definites, names, openings, pronouns, references, speech
from summarise.ranking.discourse.told import Example, Rule


def _of(*sentences: str) -> Example:
    """An example about the last of its sentences."""
    return Example(sentences, len(sentences) - 1)


_BRIDGE = "The bridge at Marston closed on Monday."
_HOLM = "Ada Holm runs the ferry at Marston."


def _listed(name: str, about: str, fires: Example, quiet: Example) -> Rule:
    # The driver asks it where `openers.opening` names it.
    return Rule(name, about, fires, quiet, openings.listed(name))


RULES: tuple[Rule, ...] = (
    _listed(
        "pronoun opening",
        "Opens with he, it, their, this ...: whom or what it means stands before. Not the empty it (It is clear that).",
        _of(_HOLM, "“She has never missed a day,” the mayor said."),
        _of(_HOLM, "It is not clear whether the ferry will sail on Sunday."),
    ),
    _listed(
        "linker opening",
        "Opens with but, also, however, in fact ...: what it is set against or added to stands before.",
        _of(_BRIDGE, "Yet the toll office stayed open."),
        _of(_BRIDGE, "In response to the closure, the council hired three ferries."),
    ),
    _listed(
        "time or place opening",
        "Opens with then, later, the next day, at the time, there ...: which time or place stands before.",
        _of(_BRIDGE, "The next day engineers found a crack."),
        _of(_BRIDGE, "Later this year engineers will look for cracks."),
    ),
    _listed(
        "remainder opening",
        "Opens with others, another, the rest ...: the first ones stand before.",
        _of(_BRIDGE, "Others in the county stayed open."),
        _of(_BRIDGE, "Other than cyclists, few people noticed."),
    ),
    _listed(
        "comparison opening",
        "Opens with more recently, even worse, like him ...: what it is compared with stands before.",
        _of(_BRIDGE, "More recently the ferry was closed."),
        _of(_BRIDGE, "More than 30 boats carried people across."),
    ),
    _listed(
        "answer opening",
        "Opens with yes, no or a question of one word: what was asked stands before.",
        _of(_BRIDGE, "“No, nobody told us,” said Ada Holm."),
        _of(_BRIDGE, "No boat left the harbour."),
    ),
    _listed(
        "reason or example opening",
        "Opens with for example, that is why, the reason: ...: of what stands before.",
        _of(_BRIDGE, "That is why the ferry is full."),
        _of(_BRIDGE, "The reason for the crack is frost."),
    ),
    Rule(
        "later moment",
        "Opens with a stretch of time counted from an event told before: Three days later.",
        _of(_BRIDGE, "Three days later the ferry sank."),
        _of(_BRIDGE, "Three days of rain had damaged its piers."),
        openings.later_moment,
        starts=openings.AMOUNTS,
        when="number",
    ),
    Rule(
        "counted rest",
        "Opens with a number or quantity without its noun (One was hurt), or one added to others (Two more boats).",
        _of("The ferry carried three sailors.", "One was hurt."),
        _of("The ferry carried three sailors.", "One sailor was hurt."),
        openings.counted_rest,
        starts=openings.COUNTS,
        when="number",
    ),
    Rule(
        "one more",
        "Opens with a second, a further, a similar ...: the first stands before.",
        _of("A sailor was hurt.", "A second man jumped into the river."),
        _of("A sailor was hurt.", "A third of the crew left."),
        openings.one_more,
        starts=openings.LEADS,
    ),
    Rule(
        "unnamed pronoun",
        "He, she or they inside, and nothing before it in the sentence that it can mean.",
        _of(_HOLM, "According to the council, she earns nothing."),
        _of(_HOLM, "When the mayor arrived, he thanked the crew."),
        pronouns.unnamed_pronoun,
        within=pronouns.PRONOUNS,
    ),
    Rule(
        "unnamed thing",
        "A fronted time followed by it or its: what it is stands before.",
        _of("The ferry is old.", "In 2014 it sank twice."),
        _of("The ferry is old.", "In 2014 it emerged that the crew had no licence."),
        pronouns.unnamed_thing,
        within=frozenset(["it", "its", "it's"]),
    ),
    Rule(
        "linker between commas",
        "A linker set off inside or at the end (, however,): what it points back to stands before.",
        _of(_BRIDGE, "The ferry, however, sails."),
        _of(_BRIDGE, "The ferry sails, however rough the river is."),
        references.set_off_link,
        within=references.LINK_WORDS,
    ),
    Rule(
        "same again",
        "Did the same, that one: what was done, or which one, stands before.",
        _of(_BRIDGE, "Harbury did the same."),
        _of(_BRIDGE, "Harbury did the same work as Marston."),
        references.same_again,
        within=frozenset(["same", "likewise", "one"]),
    ),
    Rule(
        "former or latter",
        "The former, the latter without a noun: the two stand before.",
        _of("Marston and Harbury have bridges.", "Engineers prefer the latter."),
        _of("Marston and Harbury have bridges.", "Engineers blame the former mayor."),
        references.former,
        within=frozenset(["former", "latter"]),
    ),
    Rule(
        "the pair",
        "The pair, the two men, both were: who the two are stands before.",
        _of("Ada Holm met Joe Marsh.", "Police said the pair were married."),
        _of("The ferry sailed.", "Ada Holm and Joe Marsh said both were married."),
        references.pair,
        within=frozenset(["pair", "duo", "trio", "two", "both", "couple"]),
    ),
    Rule(
        "unnamed speaker",
        "Ends or goes on with he said, she told the paper: who speaks stands before.",
        _of(_HOLM, "“Nobody was hurt,” she told the council."),
        _of(_BRIDGE, "Ada Holm said nobody was hurt, she added."),
        speech.unnamed_speaker,
        within=frozenset(["he", "she", "they", "it", "pair", "duo"]),
    ),
    Rule(
        "within a quotation",
        "Begins inside a quotation: taken out, it reads as the reporter's own words.",
        Example(("“We are safe.", "Nobody is hurt,” said Ada Holm."), 1),
        Example(("“We are safe,” said Ada Holm.", "Nobody was hurt."), 1),
        speech.within_quotation,
        when="inside",
    ),
    Rule(
        "end of a quotation",
        "Closes a quotation whose opening mark stands before.",
        Example((_BRIDGE, "Nobody is hurt,” said Ada Holm."), 1),
        Example((_BRIDGE, "“Nobody is hurt,” said Ada Holm."), 1),
        speech.end_of_quotation,
        when="closing",
    ),
    Rule(
        "bare quotation",
        "Nothing but direct speech: who speaks stands in the sentence before or behind.",
        Example(("Ada Holm wept.", "“The river took everything.”"), 1),
        Example((_BRIDGE, "“The river took everything,” said Ada Holm."), 1),
        speech.bare_quotation,
        when="mark",
    ),
    Rule(
        "definite subject",
        "Opens with the and a noun that an earlier sentence brought in, or that only sums up what went before.",
        _of("A boat sank at Marston.", "The boat was built in 1920."),
        _of("A boat sank at Marston.", "The government promised help."),
        definites.definite_subject,
        starts=frozenset(["the"]),
    ),
    Rule(
        "part of a definite group",
        "Opens with one of the, most of the and a noun that an earlier sentence brought in.",
        _of("Three sailors fell overboard.", "One of the sailors drowned."),
        _of(_BRIDGE, "One of the sailors of the Dora drowned."),
        definites.part_of_definite,
        starts=frozenset(
            "one two three four five some most many several few none all each half both part much either".split()
        ),
    ),
    Rule(
        "definite person",
        "The man, the victim, the pair further in, and nobody in the sentence whom it can mean.",
        _of("A man fell off the bridge.", "Police said the man was drunk."),
        _of("A man fell off the bridge.", "Police said the man who fell was drunk."),
        definites.definite_person,
        within=definites.DEFINITE_PEOPLE,
    ),
    Rule(
        "reported definite",
        "Said the boat ...: the reported clause opens with a noun that an earlier sentence brought in.",
        _of("A boat sank at Marston.", "Police believe the boat hit a rock."),
        _of("A boat sank at Marston.", "Police believe the mayor knew."),
        definites.reported_definite,
        within=definites.SAYING,
    ),
    Rule(
        "unnamed source",
        "..., the charity said: which one stands before.",
        _of("A charity in Marston closed.", "“Nobody came,” the charity said."),
        _of("A charity in Marston closed.", "“Nobody came,” the government said."),
        definites.unnamed_source,
        within=frozenset("said says added adds told wrote warned claimed explained reported".split()),
    ),
    Rule(
        "pointing noun",
        "This, these or such with a noun inside: which one stands before.",
        _of("The council sold the ferry.", "Ada Holm called this decision foolish."),
        _of("The council sold the ferry.", "Ada Holm will leave this year."),
        definites.pointing_noun,
        within=definites.POINTERS,
    ),
    Rule(
        "bare surname",
        "A surname or first name alone, where an earlier sentence gave the full name.",
        _of(_HOLM, "The river has never frightened Holm."),
        _of("Greater Marston voted.", "The river runs through Marston."),
        names.bare_surname,
        when="name",
    ),
    Rule(
        "courtesy surname",
        "Mr or Mrs and a surname, where an earlier sentence gave the full name.",
        _of(_HOLM, "The river has never frightened Ms Holm."),
        _of("Marston has a new ferry.", "The river has never frightened Ms Holm."),
        names.courtesy_surname,
        within=names.COURTESY,
    ),
    Rule(
        "short form",
        "Letters that an earlier sentence explained in brackets.",
        _of("The Marston River Trust (MRT) bought a boat.", "The new boat cost the MRT £4m."),
        _of("The Marston River Trust (MRT) bought a boat.", "The new boat cost the council £4m."),
        names.short_form,
        when="short",
    ),
)
