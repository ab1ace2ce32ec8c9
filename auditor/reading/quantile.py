"""The one statistic that the layout of a page is judged by and that the standard library lacks."""


def quantile(values: list[float], share: float) -> float:
    """The value that this share of the values, 0 to 1, does not exceed; 0 for no values."""
    ordered = sorted(values)
    return ordered[round(share * (len(ordered) - 1))] if ordered else 0.0
