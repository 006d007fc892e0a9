"""What one answer adds to the sums of its question. A version of a question is never added to another one."""

from functools import lru_cache

from school.certainty import SURE
from school.content import Course
from school.grading import grade, still_fits
from school.learning import Answer
from school.tasks import Choice, Multiple, Task, TrueFalse


def question_sums(course: Course, task: str, answer: Answer | None, total: float) -> dict[str, float]:
    """What one answer adds: score, its square and its product with the total; the option; being sure and wrong."""
    version = version_of(course, task, answer)
    if answer is None:
        return {f"x/{task}": 0.0, f"xx/{task}": 0.0, f"xt/{task}": 0.0, f"version/{task}/{version}": 1.0}
    x = answer.score
    sums = {f"x/{task}": x, f"xx/{task}": x * x, f"xt/{task}": x * total, f"version/{task}/{version}": 1.0}
    sums |= {f"option/{task}/{option}": 1.0 for option in _chosen(course.tasks.get(task), answer)}
    if answer.certainty is not None:
        sums[f"judged/{task}"] = 1.0
    if answer.certainty == SURE and x < 1:
        sums[f"sure-wrong/{task}"] = 1.0
        sums |= {f"thinks/{task}/{text}": 1.0 for text in _misconceptions(course, task, answer)}
    return sums


def version_of(course: Course, task: str, answer: Answer | None) -> str:
    if answer is not None:
        return answer.version
    return versions(course).get(task, "")


@lru_cache(maxsize=4)
def versions(course: Course) -> dict[str, str]:
    """The version of every task as it is now."""
    return {name: task.version for name, task in course.tasks.items()}


def _chosen(task: Task | None, answer: Answer) -> list[str]:
    """The options somebody chose, for the kinds of task that have options."""
    if isinstance(task, Multiple) and isinstance(answer.response, list):
        return list(answer.response)
    return [str(answer.response)] if isinstance(task, Choice | TrueFalse) else []


def _misconceptions(course: Course, task: str, answer: Answer) -> tuple[str, ...]:
    """The thinking errors behind an answer, when the question is still the same."""
    if versions(course).get(task) != answer.version or not still_fits(course.tasks[task], answer.response):
        return ()
    return tuple(dict.fromkeys(grade(course.tasks[task], answer.response).misconceptions))
