"""What a trainer looks over beforehand."""

from school.ui.prepare import show_prepare

show_prepare()
