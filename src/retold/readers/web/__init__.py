"""The network, asked only where it is allowed: manners towards servers, walls against them."""
