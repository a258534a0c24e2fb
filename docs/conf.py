"""The site of these pages: `make site`. Sphinx with MyST reads them as they are; furo dresses them.

Built without a network, and the pages ask for none: no fonts, no scripts, no counters of others.
"""

from retold import __version__

project = "retold"
author = "The retold developers"
version = release = __version__
html_title = f"retold {version}"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
root_doc = "index"
# Headings are link targets as they are on the forges that show these pages.
myst_heading_anchors = 4
html_theme = "furo"
html_extra_path = ["schema.json", "openapi.json"]
html_static_path = ["site.css"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False
pygments_style = "sas"
pygments_dark_style = "github-dark"
