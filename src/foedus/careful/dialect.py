"""What an endpoint understands of a request, found out by trying: services differ in a few fields."""

from typing import Any, NamedTuple

_WEAKER: dict[str, dict[str, str] | None] = {"json_schema": {"type": "json_object"}, "json_object": None}
"""What to ask for where an answer in this form is refused; None: nothing, the prompt says it."""


class Dialect(NamedTuple):
    """How bodies are worded: the weaker form of answer where the strict one is refused, and fields that are not taken.

    `weaker` counts the steps from a strict schema to any JSON object and to plain text.
    """

    weaker: int = 0
    new_limit: bool = False
    """The answer's limit is called max_completion_tokens."""
    own_temperature: bool = False
    """The model takes no other temperature than its own."""

    def worded(self, body: dict[str, Any]) -> dict[str, Any]:
        """A request's body as this endpoint takes it."""
        said = dict(body)
        for _ in range(self.weaker):
            form = said.pop("response_format", None)
            if form and (weaker := _WEAKER.get(form["type"])):
                said["response_format"] = weaker
        if self.new_limit and "max_tokens" in said:
            said["max_completion_tokens"] = said.pop("max_tokens")
        if self.own_temperature:
            said.pop("temperature", None)
        return said

    def after(self, refusal: str, body: dict[str, Any]) -> "Dialect | None":
        """What to try next where a body was refused, by what the endpoint says; None where nothing is left to try."""
        said = refusal.casefold()
        if "max_completion_tokens" in said and not self.new_limit:
            return self._replace(new_limit=True)
        if "temperature" in said and not self.own_temperature:
            return self._replace(own_temperature=True)
        if "response_format" in self.worded(body):
            return self._replace(weaker=self.weaker + 1)
        return None
