"""A module of the programme, one step at a time; one script for every module."""

from school.ui.lesson import current_module, show_lesson

show_lesson(current_module())
