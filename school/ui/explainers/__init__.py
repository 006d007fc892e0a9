"""Explainers on a screen; each kind has a file of its own."""
