"""How coarse a figure becomes when the exact one would give away a share that is too extreme to tell."""

from dataclasses import replace

from school.teams.figures import Figure, Known, share

STEP, ALPHA_STEP = 0.05, 0.1
FINER, MANY = 5, 300
"""Among so many people one more or less moves a figure so little that a fifth of the step is enough."""


def rounded(value: float, to: float) -> float:
    return round(round(value / to) * to, 10)


def step(of: float, n: int) -> float:
    """The step among `n` people."""
    return of if n < MANY else of / FINER


def roughly(figure: Figure) -> Figure:
    """A share to five points, when it is told at all."""
    if not isinstance(figure, Known):
        return figure
    made = share(rounded(figure.value, STEP), figure.n)
    return replace(made, about=True) if isinstance(made, Known) else made
