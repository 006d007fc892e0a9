"""The script that Streamlit runs for every page: who you are, which pages you see."""

from school.ui import frame

frame.run()
