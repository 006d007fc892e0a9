"""Zoeken."""

from school.ui.reference import show_search

show_search()
