"""Pytest plugin of `make soak`: a hypothesis profile with many more examples and no deadline."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "soak", max_examples=5_000, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
