"""Limits that a process takes upon itself before it sees a byte of a stranger."""

from types import ModuleType

try:
    import resource as _resource
except ImportError:  # pragma: no cover - systems without POSIX limits
    _POSIX: ModuleType | None = None
else:
    _POSIX = _resource

_OPEN_FILES = 64


def take_limits(memory: int) -> tuple[str, ...]:
    """Limits memory to so many bytes, and forbids core dumps and written files; names what the system has not."""
    if _POSIX is None:
        return ("memory", "processor time", "written files")
    wanted = (
        ("memory", "RLIMIT_AS", memory),
        ("core dumps", "RLIMIT_CORE", 0),
        ("written files", "RLIMIT_FSIZE", 0),
        ("open files", "RLIMIT_NOFILE", _OPEN_FILES),
    )
    return tuple(name for name, limit, value in wanted if not _take(_POSIX, limit, value))


def spend_at_most(seconds: int) -> None:
    """Lets the process use so many seconds of processor time from now on; then the system ends it."""
    if _POSIX is None:
        return
    used = _POSIX.getrusage(_POSIX.RUSAGE_SELF)
    _, hard = _POSIX.getrlimit(_POSIX.RLIMIT_CPU)
    _POSIX.setrlimit(_POSIX.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds + 1, hard))


def _take(posix: ModuleType, limit: str, value: int) -> bool:
    try:
        posix.setrlimit(getattr(posix, limit), (value, value))
    except (AttributeError, ValueError, OSError):
        return False
    return True
