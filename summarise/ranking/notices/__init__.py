"""Sentences that stand in an article's text and are no part of its story."""

from summarise.ranking.notices.find import RULES, Notice, Rule, notice, notices

__all__ = ["RULES", "Notice", "Rule", "notice", "notices"]
