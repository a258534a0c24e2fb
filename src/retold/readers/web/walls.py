"""Which addresses of the network are nobody else's business, and so are never asked.

After IANA's registries of special-purpose addresses (RFC 6890 and its updates). Python's own
`is_global` is not enough: in 3.11 it calls multicast, NAT64 and 6to4 forms of loopback global.
"""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True)
class Range:
    """Addresses that are not asked; `own` ones may be, where the settings allow it."""

    network: Network
    name: str
    own: bool = False


def _ranges(table: str, *, own: bool = False) -> tuple[Range, ...]:
    lines = (line.split(maxsplit=1) for line in table.strip().splitlines())
    return tuple(Range(ip_network(network), name, own) for network, name in lines)


# This machine and the networks around it: `allow_private` opens these and no others. Link-local is
# not among them, since clouds hand out their machines' keys there (169.254.169.254).
OWN = _ranges(
    """
    127.0.0.0/8     loopback
    10.0.0.0/8      private
    172.16.0.0/12   private
    192.168.0.0/16  private
    100.64.0.0/10   shared by a carrier's customers
    ::1/128         loopback
    fc00::/7        private
    """,
    own=True,
)
# Of IPv6 only 2000::/3 is given out to anyone, so what lies outside is shut whether it is named
# here or not: among it IPv4 in IPv6 (::/96, ::ffff:0:0/96) and NAT64. No publisher's host name
# leads to an IPv4 address in such a wrapping; one that does is looking for a way around this table.
OTHERS = _ranges(
    """
    0.0.0.0/8           unspecified
    169.254.0.0/16      link-local
    192.0.0.0/24        set apart for protocols
    192.0.2.0/24        set apart for documentation
    192.31.196.0/24     set apart for name servers
    192.52.193.0/24     set apart for relays
    192.88.99.0/24      set apart for relays
    192.175.48.0/24     set apart for name servers
    198.18.0.0/15       set apart for benchmarks
    198.51.100.0/24     set apart for documentation
    203.0.113.0/24      set apart for documentation
    224.0.0.0/4         multicast
    240.0.0.0/4         reserved
    ::/128              unspecified
    ::ffff:0:0/96       IPv4 written as IPv6
    ::ffff:0:0:0/96     IPv4 translated to IPv6
    ::/96               IPv4 written as IPv6
    64:ff9b::/96        IPv4 behind NAT64
    64:ff9b:1::/48      IPv4 behind NAT64
    100::/64            discarded
    fe80::/10           link-local
    fec0::/10           private
    ff00::/8            multicast
    2001::/32           IPv4 behind Teredo
    2001::/23           set apart for protocols
    2001:db8::/32       set apart for documentation
    2002::/16           IPv4 behind 6to4
    2620:4f:8000::/48   set apart for name servers
    3fff::/20           set apart for documentation
    """
)
GIVEN_OUT = IPv6Network("2000::/3")


def shut(address: Address, *, allow_private: bool = False) -> str | None:
    """What kind of address this is, if it is one that is not asked; None where it may be."""
    for found in OWN + OTHERS:
        if address.version == found.network.version and address in found.network:
            return None if found.own and allow_private else found.name
    if isinstance(address, IPv6Address) and address not in GIVEN_OUT:
        return "reserved"
    return None
