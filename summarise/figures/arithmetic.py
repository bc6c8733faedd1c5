"""Decimal arithmetic that does not depend on the caller's context."""

from decimal import Context, Decimal

# Longer digit strings are account numbers or noise. The cap also keeps the
# arithmetic exact: 24 digits times a trillion fit the context.
MAX_DIGITS = 24
EXACT = Context(prec=60)
_ROUNDED = Context(prec=28)  # for thirds and their like


def product(left: Decimal, right: Decimal) -> Decimal:
    """Exact product, whatever the caller's decimal context."""
    return EXACT.multiply(left, right)


def quotient(left: Decimal, right: Decimal) -> Decimal:
    """Quotient to 28 digits."""
    return _ROUNDED.divide(left, right)
