"""A process that parses strangers' files gives up what it does not need: memory, time, the network, other programs."""

import contextlib
import ctypes
import os
import resource
import sys
from collections.abc import Callable

from foedus.serve.adding.caps import MEMORY_BYTES, OPEN_FILES, PROCESSOR_SECONDS, WRITTEN_BYTES

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
"""Flags of unshare(2)."""
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.fork", "urllib.")
"""Beginnings of the interpreter's audit events that parsing has no use for."""
_LIMITS = {
    resource.RLIMIT_AS: MEMORY_BYTES,
    resource.RLIMIT_CPU: PROCESSOR_SECONDS,
    resource.RLIMIT_NOFILE: OPEN_FILES,
    resource.RLIMIT_FSIZE: WRITTEN_BYTES,
    resource.RLIMIT_CORE: 0,
}


def confine() -> None:
    """For good: no way back in this process."""
    _leave_the_network()
    for limit, wanted in _LIMITS.items():
        _, hard = resource.getrlimit(limit)
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(limit, (most, most))
    with contextlib.suppress(OSError):
        os.nice(10)
    sys.addaudithook(_forbid)


def _forbid(event: str, _: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"{event}: a process that parses files may not do that")


def _leave_the_network() -> None:
    """Into a network of its own, which has no lines; where the system does not allow that, the hook alone stands."""
    flags = _NEW_NETWORK if os.geteuid() == 0 else _NEW_USER | _NEW_NETWORK
    with contextlib.suppress(OSError, AttributeError):
        unshare: Callable[[int], int] = ctypes.CDLL(None, use_errno=True).unshare
        unshare(flags)
