"""A trainer in front of a room."""

from school.ui.present import show_present

show_present()
