"""For team leads; the page says itself how to get in."""

from school.ui.missing import show_missing

show_missing(
    "Alleen voor teamleiders",
    "Deze pagina is voor wie de uitkomsten van een team bekijkt en gaat open met een eigen link.",
)
