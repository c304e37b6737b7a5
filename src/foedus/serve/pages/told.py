"""In which language, and under which address, the page of a request tells of claims."""

from fastapi import Request

from foedus.serve.languages import language
from foedus.serve.views.panel import Page


def page_of(request: Request) -> Page:
    """Of the page that is asked for."""
    return Page(language(request), str(request.base_url).rstrip("/"))
