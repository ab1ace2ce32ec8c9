import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.measuring.intervals import Share, wilson


@pytest.mark.parametrize(
    ("right", "n", "interval"),
    [
        (188, 200, (89.8, 96.5)),
        (0, 10, (0.0, 27.8)),
        (10, 10, (72.2, 100.0)),
        (1, 1, (20.7, 100.0)),
        (5, 10, (23.7, 76.3)),
    ],
)
def test_known_intervals(right: int, n: int, interval: tuple[float, float]) -> None:
    assert wilson(right, n) == interval


@given(st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share(pair: tuple[int, int]) -> None:
    share = Share(*pair)
    assert share.interval is not None
    assert share.percent is not None
    low, high = share.interval
    assert 0 <= low <= share.percent <= high <= 100


@pytest.mark.parametrize(("right", "n"), [(0, 0), (2, 1), (-1, 3)])
def test_no_share(right: int, n: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        wilson(right, n)


def test_nothing_counted() -> None:
    assert Share(0, 0).percent is None
    assert Share(0, 0).interval is None
