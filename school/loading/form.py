"""Whether a YAML file has the form that is asked for, and what is wrong in plain Dutch; no link is followed here."""

import re
from collections.abc import Mapping
from types import UnionType
from typing import Annotated, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, ValidationError
from pydantic_core import ErrorDetails

from school.loading.problems import Problem, did_you_mean
from school.loading.sentences import sentence
from school.loading.yaml_file import YamlFile
from school.loading.yaml_text import Trail

Form = TypeVar("Form", bound=BaseModel)
PREFIX = re.compile(r"(?P<trail>[\w-]+(\.[\w-]+)*): (?P<message>.+)", re.DOTALL)

STRAY_COMMA = " (staat er een komma in een tekst tussen { }? zet die tekst dan tussen aanhalingstekens)"


def check(file: YamlFile, form: type[Form], problems: list[Problem]) -> Form | None:
    """The content of a file in its form; nothing, and every problem, when it does not have that form."""
    if not file.readable:
        return None
    try:
        return form.model_validate(file.data)
    except ValidationError as error:
        problems.extend(_problem(file, form, details) for details in error.errors(include_url=False))
        return None


def _problem(file: YamlFile, form: type[BaseModel], details: ErrorDetails) -> Problem:
    trail, holder, last = _place(form, details["loc"])
    if details["type"].startswith("union_tag"):
        trail, holder = (*trail, "kind"), last
    message = sentence(details)
    if details["type"] == "extra_forbidden":
        name, given = str(trail[-1]), details["input"]
        message += STRAY_COMMA if given is None and " " in name else did_you_mean(name, _fields(holder))
    prefixed = PREFIX.match(message) if details["type"] == "value_error" else None
    if prefixed and prefixed["trail"].split(".")[0] in _fields(last):
        trail, message = (*trail, *prefixed["trail"].split(".")), prefixed["message"]
    return file.problem(trail, message)


def _place(form: object, loc: tuple[int | str, ...]) -> tuple[Trail, object, object]:
    """Where a pydantic location is in the file, the form that holds it, and its own form.

    A location also names the kind of a task and `[key]`, which stand nowhere in the file.
    """
    trail: Trail = ()
    holder, here = form, form
    for part in loc:
        if part == "[key]":
            break
        here = _bare(here)
        if get_origin(here) in (Union, UnionType):
            here = next((kind for kind in get_args(here) if _kind(kind) == part), object)
            continue
        trail, holder, here = (*trail, part), here, _inside(here, part)
    return trail, holder, _bare(here)


def _bare(form: object) -> object:
    """Without `Annotated` and `| None`, and what a root model is made of."""
    if get_origin(form) is Annotated:
        return _bare(get_args(form)[0])
    if get_origin(form) in (Union, UnionType):
        some = [kind for kind in get_args(form) if kind is not type(None)]
        return _bare(some[0]) if len(some) == 1 else form
    if isinstance(form, type) and issubclass(form, RootModel):
        return _bare(form.model_fields["root"].annotation)
    return form


def _kind(form: object) -> str | None:
    if not (isinstance(form, type) and issubclass(form, BaseModel) and "kind" in form.model_fields):
        return None
    return str(get_args(form.model_fields["kind"].annotation)[0])


def _inside(form: object, part: int | str) -> object:
    if isinstance(form, type) and issubclass(form, BaseModel):
        return _fields(form).get(str(part), object)
    inner = get_args(form)
    return inner[-1] if get_origin(form) is dict else inner[0] if inner else object


def _fields(form: object) -> Mapping[str, object]:
    """The fields of a model under the names an author writes."""
    if not (isinstance(form, type) and issubclass(form, BaseModel)):
        return {}
    return {info.alias or name: info.annotation for name, info in form.model_fields.items()}
