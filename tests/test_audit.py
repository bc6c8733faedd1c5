"""The audit: what it must catch and what it must let pass."""

import pytest

from summarise import audit

SOURCE = """At least 23 people were wounded in the attack on Harlow, police said on Friday.
The bank paid $4.5 billion for the insurer. Mayor Ada Lund denied the claim.
"We will not give up," she said. The council did not approve the plan. About 500 homes lost power.
The city's hospital treated seven children. Profit rose by 12 per cent to £80m. Carmen Ruiz beat Eva Holt 6-4 6-3."""

FINE = [
    "At least 23 people wounded in attack on Harlow, police say",
    "Bank pays $4.5bn for insurer",
    "Hospital treats 7 children",
    "Council does not approve plan",
    "Mayor Ada Lund denies claim",
    'She said: "We will not give up."',
    "Profit rises by 12% to £80 million",
    "About 500 homes lost power.",
    "Lund denies claim",
]

WRONG = [
    ("23 people wounded in attack on Harlow, police say", "figure"),
    ("Fewer than 23 people wounded in attack on Harlow, police say", "figure"),
    ("At least 32 people wounded in attack on Harlow, police say", "figure"),
    ("At least 23 houses wounded, police say", "figure"),
    ("At least 23 people wounded in attack on Harlow", "attribution"),
    ("Bank pays £4.5bn for insurer", "figure"),
    ("Bank pays $4.5m for insurer", "figure"),
    ("Mayor Ada Land denies claim", "name"),
    ("Mayor Ada Lund denies claim in Paris", "name"),
    ('"We will never give up," she said', "quotation"),
    ("The council did approve the plan.", "polarity"),
    ("Exactly 500 homes lost power.", "figure"),
    ("500 homes lost power.", "figure"),
    ("Profit falls by 12% to £80m", "figure"),
]


@pytest.mark.parametrize("summary", FINE)
def test_legitimate_lines_pass(summary: str) -> None:
    assert audit(summary, SOURCE).findings == ()


@pytest.mark.parametrize(("summary", "kind"), WRONG, ids=[w[0] for w in WRONG])
def test_wrong_lines_are_found(summary: str, kind: str) -> None:
    findings = audit(summary, SOURCE).findings
    assert kind in [f.kind for f in findings]
    for finding in findings:
        assert summary[finding.start : finding.end] == finding.text
        assert finding.message


def test_the_source_bears_itself_out() -> None:
    assert audit(SOURCE, SOURCE).ok


def test_findings_point_to_the_source() -> None:
    finding = next(f for f in audit("23 people were wounded in the attack, police said.", SOURCE).findings)
    assert SOURCE[finding.source_start : finding.source_end] == "23"


def test_an_empty_summary_has_no_findings() -> None:
    assert audit("", SOURCE).ok
