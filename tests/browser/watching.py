"""What must not happen while a page is shown: an error, a request that fails, a request to somebody else."""

from playwright.sync_api import ConsoleMessage, Page, Request, Response

from tests.browser.serving import Site

LEFT = "net::ERR_ABORTED"
"""What a browser says of a request that it gives up itself as its page is left; a failing server has other words."""


class Watch:
    """Listens to a page from now on; `troubles` has a line each. A violation of the CSP is an error of the console."""

    def __init__(self, page: Page, site: Site) -> None:
        """Listen."""
        self.troubles: list[str] = []
        self._base = f"{site.base}/"
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.troubles.append(f"script: {error}"))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.troubles.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self._base, "data:", "blob:")):
            self.troubles.append(f"elsewhere: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure == LEFT:
            return
        self.troubles.append(f"failed: {request.url} ({request.failure})")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.troubles.append(f"{response.status}: {response.url}")
