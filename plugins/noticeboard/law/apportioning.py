"""Shares of a sum by weights, exact in fen: the largest remainders get the fen that are left over.

The law says by what costs are shared (Civil Code art. 283), not how to round; this way the shares add up to
the sum, and each lies within one fen of its exact share. Pages say how it is done.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from noticeboard.records.statement import yuan

FEN_OF_YUAN = 100


def exact_shares(total: Decimal, weights: Sequence[Decimal]) -> list[Fraction]:
    """What each weight would bear of `total`, in the same unit, without rounding. The weights are not all zero."""
    whole = sum((Fraction(weight) for weight in weights), Fraction())
    return [Fraction(total) * Fraction(weight) / whole for weight in weights]


def apportioned(total: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """`total` yuan in shares of whole fen; of equal remainders the earlier one gets its fen first."""
    exact = [share * FEN_OF_YUAN for share in exact_shares(total, weights)]
    shares = [int(share // 1) for share in exact]
    left = int(total * FEN_OF_YUAN) - sum(shares)
    by_remainder = sorted(range(len(exact)), key=lambda index: (shares[index] - exact[index], index))
    for index in by_remainder[:left]:
        shares[index] += 1
    return [yuan(share) for share in shares]
