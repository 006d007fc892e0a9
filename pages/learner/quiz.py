"""The quizzes: practice, startmeting and eindtoets."""

from school.ui.quiz import show_quiz_page

show_quiz_page()
