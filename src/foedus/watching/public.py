"""Which addresses are of the public internet: all others are refused, whoever names them and in whatever form."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address

_TRANSLATED = ip_network("64:ff9b::/96")
"""IPv6 that a network without IPv4 writes for an IPv4 address (RFC 6052): as public as that one."""
_CARRYING = tuple(map(ip_network, ("64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96")))
"""IPv6 that carries an IPv4 address to somewhere else: a network's own NAT64, 6to4, Teredo, IPv4-compatible."""
_KEEPERS = frozenset(map(ip_address, ("168.63.129.16", "169.254.169.254", "100.100.100.200", "fd00:ec2::254")))
"""Where clouds tell a machine its own secrets; one of them looks public."""


def is_public(address: Address) -> bool:
    """Whether a page of the internet can lie there: no loopback, private, link-local, shared or reserved address."""
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        return is_public(address.ipv4_mapped)
    if address in _TRANSLATED:
        return is_public(IPv4Address(int(address) & 0xFFFFFFFF))
    if address in _KEEPERS or any(address in network for network in _CARRYING if network.version == address.version):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved and not address.is_unspecified
