"""What a team may see of its scores, and why nobody can be read off from it. Pure: no store, no clock, no page."""
