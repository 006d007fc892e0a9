"""All kinds of explainer. A new kind is one class, one case in `school/ui/explainers/show.py`, and its page."""

from pydantic import RootModel

from school.explainers.walk import Walk

AnyExplainer = Walk


class ExplainerFile(RootModel[AnyExplainer]):
    """A file in the folder `explainers` of a module; its name is the id."""
