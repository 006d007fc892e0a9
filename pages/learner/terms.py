"""Begrippen."""

from school.ui.reference import show_terms

show_terms()
