"""For trainers; the page says itself how to get in."""

from school.ui.missing import show_missing

show_missing(
    "Alleen voor trainers",
    "Deze pagina is voor wie de cursus aan een groep geeft en gaat open met een eigen link.",
)
