"""The parsing process: whatever a parser does over one file, the run goes on and says so in one line."""

import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from foedus.ingest.confined.parsing import ParsingLimits, parse, set_limits
from foedus.model.errors import InputError

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def process(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A process of its own for each test, which finds the unruly parsers."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("SOME_KEY", "secret")
    set_limits(ParsingLimits(seconds=1, megabytes=600))
    yield
    set_limits(ParsingLimits(seconds=2))
    set_limits(ParsingLimits())


def unruly(name: str, raw: bytes = b"text") -> str:
    return parse(f"tests.ingest.unruly:{name}", raw, "a.pdf").body


def test_what_is_extracted_comes_back_though_the_parser_prints() -> None:
    assert unruly("obedient", "Два «Панциря»".encode()) == "Два «Панциря»"


def test_one_process_serves_all_files_and_sees_no_key_of_the_user() -> None:
    first, second = unruly("tells"), unruly("tells")
    assert first == second
    assert first.split()[1:] == ["0", "None"]


@pytest.mark.parametrize(
    ("parser", "said"),
    [
        ("refuses", "a.pdf holds nothing"),
        ("raises", r"a.pdf cannot be parsed \(ZeroDivisionError: over two lines\): open it in its program"),
        ("crashes", "a.pdf makes its parser crash: it is damaged"),
        ("loops", "a.pdf takes more than 1 s to parse: split it, or allow more by --limit parse-seconds=N"),
        (
            "swells",
            "a.pdf needs more than 600 MB of memory to parse: split it, or allow more by --limit parse-memory=N",
        ),
    ],
)
def test_each_fault_is_one_line_and_the_next_file_is_read(parser: str, said: str) -> None:
    assert unruly("obedient") == "text"
    with pytest.raises(InputError, match=said) as caught:
        unruly(parser)
    assert "\n" not in str(caught.value)
    assert unruly("obedient") == "text"


class BrokenOffError(Exception):
    """What a signal raises in the middle of a question."""


def test_an_answer_to_a_question_that_was_broken_off_is_given_to_no_other() -> None:
    def interrupt(*_: object) -> None:
        raise BrokenOffError

    assert unruly("obedient", b"first") == "first"
    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.2)
        with pytest.raises(BrokenOffError):
            unruly("works")
    finally:
        signal.signal(signal.SIGALRM, before)
    assert unruly("obedient", b"second") == "second"


def test_files_read_at_the_same_time_get_each_their_own_text() -> None:
    texts = [f"text {number}" for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda text: unruly("obedient", text.encode()), texts)) == texts


def test_no_file_is_written(tmp_path: Path) -> None:
    target = tmp_path / "written"
    with pytest.raises(InputError, match="cannot be parsed"):
        unruly("writes", str(target).encode())
    assert not target.exists() or not target.read_bytes()


def test_time_is_counted_for_each_file_anew() -> None:
    before = unruly("tells").split()[0]
    assert [unruly("works") for _ in range(4)] == ["done"] * 4
    assert unruly("tells").split()[0] == before
