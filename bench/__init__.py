"""How fast the course is, as ratios to an empty script in the same run. Nothing of the course needs this."""
