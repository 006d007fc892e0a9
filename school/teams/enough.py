"""From how many people a figure says something, by our own simulation of small groups; under it, nothing is shown.

The standard deviation of a share is 18 points with 8 people and 15 with 12; a good question has a negative
discrimination in 12 % of the groups of 8 and in 2 % of the groups of 30. See docs/decisions/0017-team-figures.md.
"""

MEAN = 8
SHARE = 12
"""A share with its interval."""
OPTIONS = 20
RELIABILITY = 30
"""Discrimination, alpha and what follows from it; until `FULL` they are called provisional."""
FLAGS = 50
FULL = 100
