"""How well dates, numbers and sums are read."""  # noqa: A005 - nobody imports it by its bare name
