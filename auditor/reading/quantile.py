"""The one statistic that the layout of a page is judged by; it gives a value that occurs, as `statistics` does not."""


def quantile(values: list[float], share: float) -> float:
    """The value that this share of the values, 0 to 1, does not exceed; 0 for no values."""
    ordered = sorted(values)
    return ordered[round(share * (len(ordered) - 1))] if ordered else 0.0
