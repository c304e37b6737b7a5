"""Addresses made alike: what differs between two links to one page, and what parts two pages, told apart."""

import re
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

_TRACKING = re.compile(
    r"(?:utm_\w+|at_\w+|mtm_\w+|pk_\w+|mc_\w+|fbclid|gclid|dclid|yclid|ysclid|msclkid|igshid|ref|ref_src|source|src|from|cmp|cmpid|"
    r"ncid|ocid|smid|sr_share|share|xtor|amp|outputtype|print|s|spm|_ga|_gl|fb_action_ids|CMP|Echobox)",
    re.I,
)
"""Parameters that say how a reader came, or in what form the page is shown, never which page it is."""

_MOBILE = re.compile(r"^(?:www\d?|m|mobile|amp|wap|touch)\.")
_ENDS = re.compile(r"(?:/(?:amp|print|index\.(?:html?|php|aspx?)))+/?$|\.amp(?=\.html?$)|\.amp$", re.I)
_STARTS = re.compile(r"^/amp(?=/)", re.I)


@lru_cache(1 << 14)
def canonical(address: str | None) -> str | None:
    """Host, path and what parameters name the page; None where there is no page's address, as for a home page.

    Scheme, `www.` and mobile hosts, AMP and print forms, tracking parameters, the place in the page and a closing
    slash make no difference. Parameters stand in their alphabetical order.
    """
    if not address:
        return None
    try:
        parts = urlsplit(address.strip() if "//" in address else f"//{address.strip()}")
        host = (parts.hostname or "").lower()
        asked = sorted((key, value) for key, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(key))
    except ValueError:
        return None
    path = _STARTS.sub("", _ENDS.sub("", unquote(parts.path))).rstrip("/")
    if "." not in host or not (path or asked):
        return None
    return _MOBILE.sub("", host) + path + (f"?{urlencode(asked)}" if asked else "")
