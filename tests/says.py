"""The court's own phrases for the invented folders of tests, which have other topics."""

import re
from pathlib import Path

_ORDER = re.compile(r"^  topic_order:.*\n(?:  +- .*\n)*", re.MULTILINE)


def says(topic_order: str = "") -> str:
    """The text of says.yaml, with the topics in this order: a list such as `[accounts, help]`."""
    text = _ORDER.sub("", Path("knowledge/says.yaml").read_text(encoding="utf-8"))
    if not topic_order:
        return text
    return text.replace("\nhome:\n", f"\nhome:\n  topic_order: {topic_order}\n", 1)
