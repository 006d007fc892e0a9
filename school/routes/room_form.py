"""What a phone posts: fields, few and small. What is larger is not read to its end."""

from urllib.parse import parse_qs

from starlette.requests import Request

MAX_BODY = 8192
"""Bytes: the longest text we take, each letter written as a dozen."""
MAX_FIELDS = 80


class TooMuchError(ValueError):
    """More came in than any of our forms can send."""


async def fields(request: Request) -> dict[str, list[str]]:
    """The fields of the form; `TooMuchError` for what is none of ours."""
    length = request.headers.get("content-length", "")
    if not length.isdecimal() or int(length) > MAX_BODY:
        raise TooMuchError
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MAX_BODY:
            raise TooMuchError
    try:
        return parse_qs(body.decode(errors="replace"), keep_blank_values=True, max_num_fields=MAX_FIELDS)
    except ValueError as problem:
        raise TooMuchError from problem
