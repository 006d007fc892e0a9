"""Team: what is published of a team, for its lead, a trainer and its members."""

from school.ui.team import show_team

show_team()
