"""What the desk knows: the clerks' folder, read strictly.

`load` reads a folder into `Knowledge` or tells every problem in it with its place and cure.
"""

from bot.knowledge.checklist_forms import Checklist, Marks, Role, Shows, Step, StepChoice
from bot.knowledge.guide_says import GuideSays
from bot.knowledge.knowledge import Knowledge, Topic
from bot.knowledge.load import Loaded, load, load_contents
from bot.knowledge.model import (
    Closure,
    Contact,
    Court,
    Entry,
    Hours,
    Link,
    Notice,
    NotOurs,
    Source,
)
from bot.knowledge.problem import KnowledgeError, Place, Problem, Severity
from bot.knowledge.route import Route
from bot.knowledge.says import Says

__all__ = [
    "Checklist",
    "Closure",
    "Contact",
    "Court",
    "Entry",
    "GuideSays",
    "Hours",
    "Knowledge",
    "KnowledgeError",
    "Link",
    "Loaded",
    "Marks",
    "NotOurs",
    "Notice",
    "Place",
    "Problem",
    "Role",
    "Route",
    "Says",
    "Severity",
    "Shows",
    "Source",
    "Step",
    "StepChoice",
    "Topic",
    "load",
    "load_contents",
]
