"""Sources, privacy, accessibility, colofon."""

from school.ui.reference import show_about

show_about()
