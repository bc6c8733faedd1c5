"""Slots: what a clause offers a template to be filled with."""

from .clause import active_slots, clause_slots, frame_slots
from .facts import plain_fact
from .phrases import full_phrase, phrase
from .registers import EVENTS, noun_classes, verb_classes
from .slot import Slot

__all__ = [
    "EVENTS",
    "Slot",
    "active_slots",
    "clause_slots",
    "frame_slots",
    "full_phrase",
    "noun_classes",
    "phrase",
    "plain_fact",
    "verb_classes",
]
