"""People who are made up, to look at a course that is in use: how they answer, and what they did. Pure; the store fills itself."""
