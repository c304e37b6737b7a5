"""Publication dates as written become EDTF; what could be two days is refused."""

import pytest

from foedus.ingest.dates import published


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2022-05-19", "2022-05-19"),
        ("2022-05", "2022-05"),
        ("2022-05~", "2022-05~"),
        (" 2022-05-19T23:30:00+02:00 ", "2022-05-19T23:30:00+02:00"),
        ("2022-05-19 23:30", "2022-05-19T23:30"),
        ("2022-05-19T23:30:00.123+0200", "2022-05-19T23:30:00+02:00"),
        ("2022-05-19 23:30:00 +02:00", "2022-05-19T23:30:00+02:00"),
        ("2022-05-19 25:30", "2022-05-19"),
        ("2022/05/19", "2022-05-19"),
        ("2022-5-9", "2022-05-09"),
        ("19.05.2022", "2022-05-19"),
        ("05.06.2022", "2022-06-05"),
        ("19/05/2022", "2022-05-19"),
        ("05/19/2022", "2022-05-19"),
        ("05/05/2022", "2022-05-05"),
        ("20220519", "2022-05-19"),
        ("20220519T101112Z", "2022-05-19"),
        ("Thu, 19 May 2022 10:00:00 GMT", "2022-05-19T10:00:00Z"),
        ("Thu, 19 May 2022 10:00:00 +0300", "2022-05-19T10:00:00+03:00"),
    ],
)
def test_common_forms_become_edtf(written: str, edtf: str) -> None:
    assert published(written) == edtf


@pytest.mark.parametrize("written", ["05/06/2022", "31.02.2022", "yesterday", "2022-13-01T10:00", "Xyz, 9", ""])
def test_a_date_that_is_none_or_two_is_refused_with_the_reason(written: str) -> None:
    with pytest.raises(ValueError, match="is no"):
        published(written)
