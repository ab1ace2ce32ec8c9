"""Every target on its seeds and on damaged seeds, briefly; `tools/fuzz.py` goes on for as long as wanted."""

import pytest
from fuzz_targets import Target, targets
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

NAMES = ("ofd", "pdf", "rules", "sniffing", "text", "web", "word", "word_binary", "word_package")


@pytest.fixture(scope="module")
def all_targets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Target]:
    return targets(tmp_path_factory.mktemp("rules"))


def test_none_is_forgotten(all_targets: dict[str, Target]) -> None:
    assert sorted(all_targets) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_seeds(all_targets: dict[str, Target], name: str) -> None:
    for seed in all_targets[name].seeds:
        all_targets[name].run(seed)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_damaged_seeds(all_targets: dict[str, Target], name: str, data: st.DataObject) -> None:
    target = all_targets[name]
    seed = bytearray(data.draw(st.sampled_from(target.seeds)))
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(seed)))
        length = data.draw(st.integers(0, 20))
        seed[place : place + length] = data.draw(st.binary(max_size=20))
    target.run(bytes(seed))
