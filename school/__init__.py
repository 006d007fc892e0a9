"""The Python of the course that is neither page nor content."""

__version__ = "1.0.0"
