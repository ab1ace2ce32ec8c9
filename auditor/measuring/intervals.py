"""Shares of a count, with Wilson's 95 % interval."""

import math
from dataclasses import dataclass

Z = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Share:
    """`right` of `n`."""

    right: int
    n: int

    @property
    def percent(self) -> float | None:
        """Percent to one decimal, None when n is 0."""
        return round(100 * self.right / self.n, 1) if self.n else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's 95 % interval in percent to one decimal, None when n is 0."""
        return wilson(self.right, self.n) if self.n else None


def wilson(right: int, n: int) -> tuple[float, float]:
    """Wilson's 95 % score interval of `right` of `n`, in percent to one decimal.

    Args:
        right: How many were right, 0 to n.
        n: How many there were, at least 1.

    Raises:
        ValueError: when n is less than 1 or right is not within 0 to n.
    """
    if n < 1 or not 0 <= right <= n:
        raise ValueError(f"{right} of {n} is no share")
    share = right / n
    middle = share + Z * Z / (2 * n)
    half = Z * math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
    scale = 100 / (1 + Z * Z / n)
    low, high = (middle - half) * scale, (middle + half) * scale
    return round(max(low, 0.0), 1), round(min(high, 100.0), 1)
