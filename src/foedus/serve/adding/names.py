"""Names for files that strangers named: none leads out of the folder, none is shown as something else than it is."""

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

_LONGEST = 100
"""Characters; in UTF-8 four times as many bytes at most, which still leaves room for a suffix."""
_UNSHOWN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Categories of signs that are not seen, or that turn the order of those around them."""
MANIFEST = "manifest.yaml"


def safe_name(given: str, taken: set[str]) -> str:
    """The last part of a path as it can be kept, shown and told from the others; `taken` grows by it."""
    last = PureWindowsPath(PurePosixPath(given.replace("\0", "")).name).name
    shown = "".join(sign for sign in last if unicodedata.category(sign) not in _UNSHOWN)
    shown = " ".join(shown.split()).lstrip(".-~") or "file"
    path = PurePosixPath(shown)
    suffix = path.suffix[:20]
    stem = shown.removesuffix(path.suffix)[:_LONGEST].rstrip(". ") or "file"
    stem = stem.encode()[: 2 * _LONGEST].decode(errors="ignore")
    name, number = f"{stem}{suffix}", 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem}-{number}{suffix}"
    taken.add(name.casefold())
    return name
