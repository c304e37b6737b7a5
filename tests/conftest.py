"""Shared by all rooms' tests: having it here lets every test write `from tests.factories import claim`."""

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """End with one plain line that whatever reads the log understands."""
    passed, failed, skipped = (len(terminalreporter.getreports(kind)) for kind in ("passed", "failed", "skipped"))
    failed += len(terminalreporter.getreports("error"))
    terminalreporter.write_line(f"{passed} passed, {failed} failed, {skipped} skipped")
