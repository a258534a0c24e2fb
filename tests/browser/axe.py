"""What axe-core finds against a page."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe


def violations(tab: Any) -> list[str]:
    found = Axe().run(tab).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]
