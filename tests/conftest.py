"""What holds for every test."""

from hypothesis import HealthCheck, settings

# A busy machine is no reason to fail: no deadline for one example, and none for making them up.
settings.register_profile("course", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("course")
