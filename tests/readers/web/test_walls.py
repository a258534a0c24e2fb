from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.readers.web.walls import OTHERS, OWN, shut

SPECIAL_4 = [str(one.network) for one in OWN + OTHERS if one.network.version == 4]


def within(network: str) -> st.SearchStrategy[IPv4Address | IPv6Address]:
    return st.ip_addresses(network=network)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "255.255.255.255",
        "224.0.0.1",
        "198.18.0.1",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "::ffff:8.8.8.8",
        "::ffff:0:127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::808:808",
        "64:ff9b:1::a00:1",
        "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:db8::1",
        "3fff::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "100::1",
        "5f00::1",
        "4000::1",
    ],
)
def test_a_special_address_is_never_asked(address: str) -> None:
    assert shut(ip_address(address)) is not None


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "2a00:1450::1"])
def test_an_address_that_anyone_may_have_is_asked(address: str) -> None:
    assert shut(ip_address(address)) is None


@given(st.ip_addresses())
def test_what_python_calls_not_global_is_never_asked(address: IPv4Address | IPv6Address) -> None:
    assert address.is_global or shut(address) is not None


@given(st.sampled_from(SPECIAL_4).flatmap(within), st.booleans())
def test_no_wrapping_of_a_special_ipv4_address_is_asked(
    address: IPv4Address | IPv6Address, own: bool
) -> None:
    inner = int(address)
    wrapped = [
        IPv6Address(inner),
        IPv6Address((0xFFFF << 32) | inner),
        IPv6Address((0xFFFF << 48) | inner),
        IPv6Address((0x64FF9B << 96) | inner),
        IPv6Address((0x64FF9B0001 << 80) | inner),
        IPv6Address((0x2002 << 112) | (inner << 80)),
        IPv6Address((0x2001 << 112) | (inner ^ 0xFFFFFFFF)),
        IPv6Address((0x2001 << 112) | (inner << 64)),
    ]

    reached = [one for one in wrapped if shut(one, allow_private=own) is None]
    # ::127.0.0.1 is another address than ::1, but 0.0.0.1 written so is ::1 itself.
    assert reached == [one for one in wrapped if own and one == IPv6Address(1)]


@given(st.sampled_from(["224.0.0.0/4", "ff00::/8", "169.254.0.0/16", "fe80::/10"]).flatmap(within))
def test_no_setting_opens_groups_or_the_link(address: IPv4Address | IPv6Address) -> None:
    assert shut(address, allow_private=True) is not None


@given(st.sampled_from([str(one.network) for one in OWN]).flatmap(within))
def test_the_own_network_is_open_only_where_the_settings_allow_it(
    address: IPv4Address | IPv6Address,
) -> None:
    assert (shut(address) is not None, shut(address, allow_private=True)) == (True, None)


@given(st.ip_addresses())
def test_allowing_the_own_network_shuts_nothing(address: IPv4Address | IPv6Address) -> None:
    assert shut(address) is not None or shut(address, allow_private=True) is None


def test_the_table_names_every_range_once() -> None:
    networks: list[IPv4Network | IPv6Network] = [one.network for one in OWN + OTHERS]

    assert len(set(networks)) == len(networks)
