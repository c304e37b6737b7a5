"""What can go wrong when a model is asked, each in one line for the user.

EndpointError    nothing can be asked: no endpoint, wrong key, unknown model; the run asks no more
AnswerError      one document's question has no usable answer; the document is left for the next run
└── LeftError    it was not asked in this run: the budget is spent, or asking has ended
"""

from foedus.model.errors import FoedusError, InputError


class EndpointError(FoedusError):
    """The endpoint cannot be reached, or refuses whatever it is asked."""

    exit_code = 7


class AnswerError(InputError):
    """A question has no answer that can be used; others may have."""


class LeftError(AnswerError):
    """A question was not asked in this run."""


class TryAgainError(Exception):
    """One attempt failed in a way that may pass.

    `seconds` is how long the endpoint asks to wait, None where it does not say; `answered` is whether a service for
    models answered at all, `slow` that it let its time pass; `remedy` is what to do where it does not pass.
    """

    def __init__(
        self, what: str, *, answered: bool, slow: bool = False, seconds: float | None = None, remedy: str = ""
    ) -> None:
        super().__init__(what)
        self.answered = answered
        self.slow = slow
        self.seconds = seconds
        self.remedy = remedy
