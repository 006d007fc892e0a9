"""Herhalen: what comes back today."""

from school.ui.review import show_review_page

show_review_page()
