"""For trainers; the page says itself how to get in."""

from school.ui.prepare import show_closed

show_closed()
