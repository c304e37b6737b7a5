"""Browsers at a server: one that reads, and one that was opened with the token and may write."""

from fastapi import FastAPI
from starlette.testclient import TestClient

HERE = "http://localhost:8000"
TOKEN = "token-of-this-run"  # noqa: S105 - of a test's server; give it to Settings


def visitor(app: FastAPI, *, address: str = HERE) -> TestClient:
    """A browser that reads; what it sends comes from the server's own pages."""
    return TestClient(app, base_url=address, headers={"Origin": address}, follow_redirects=False)


def owner(app: FastAPI) -> TestClient:
    """A browser that was opened with the token: `Settings(token=TOKEN, reviewer="anna")`."""
    client = visitor(app)
    assert client.get("/claims", params={"token": TOKEN}).status_code == 303
    return client
