"""Voortgang."""

from school.ui.progress import show_progress

show_progress()
