"""All kinds of explainer. A new kind is one class, one case in `school/ui/explainers/show.py`, and its page."""

from typing import Annotated

from pydantic import Field, RootModel

from school.explainers.balance import Balance
from school.explainers.case import Case
from school.explainers.glasses import Glasses
from school.explainers.percentages import Percentages
from school.explainers.styles import Styles
from school.explainers.thoughts import Thoughts
from school.explainers.timeline import Timeline
from school.explainers.walk import Walk
from school.explainers.weighing import Weighing

AnyExplainer = Annotated[
    Walk | Styles | Percentages | Case | Timeline | Weighing | Balance | Glasses | Thoughts,
    Field(discriminator="kind"),
]


class ExplainerFile(RootModel[AnyExplainer]):
    """A file in the folder `explainers` of a module; its name is the id."""
