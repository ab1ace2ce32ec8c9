"""What a process that reads an untrusted file may still do: little memory, no files, an end to its time."""

import os

from auditor.reading.limits import Limits


def restrain(limits: Limits) -> None:
    """Binds this process for good; only its memory and time may still be raised, by `allow_recognition`.

    Systems without such bounds (Windows) are left as they are; there the time alone is kept, by the parent.

    Args:
        limits: The bounds to keep.
    """
    try:
        import resource
    except ImportError:
        return
    ceiling = max(limits.memory_bytes, limits.recognition_memory_bytes)
    _bind(resource.RLIMIT_DATA, limits.memory_bytes, ceiling)
    _bind(resource.RLIMIT_CORE, 0, 0)
    _bind(resource.RLIMIT_FSIZE, 0, 0)
    # Should the parent die, nothing else would end a reading that never ends.
    _bind(resource.RLIMIT_CPU, limits.seconds + 1, _longest(limits))


def allow_recognition(limits: Limits) -> None:
    """Raises the memory and time of a restrained process to what the recognition of characters needs.

    Args:
        limits: The bounds to keep.
    """
    try:
        import resource
    except ImportError:
        return
    for kind, soft in (
        (resource.RLIMIT_DATA, limits.recognition_memory_bytes),
        (resource.RLIMIT_CPU, _longest(limits)),
    ):
        present, ceiling = resource.getrlimit(kind)
        if present != resource.RLIM_INFINITY:
            _bind(kind, soft, ceiling)


def _bind(kind: int, soft: int, hard: int) -> None:
    import resource

    _, present = resource.getrlimit(kind)
    if present != resource.RLIM_INFINITY:
        hard = min(hard, present)
    resource.setrlimit(kind, (min(soft, hard), hard))


def _longest(limits: Limits) -> int:
    """Processor time for a whole file, in seconds: recognition uses all processors at once."""
    return limits.seconds + limits.recognition_seconds * (os.cpu_count() or 1)
