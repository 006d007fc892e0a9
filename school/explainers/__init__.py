"""Explainers: things to do in a lesson that are more than one question. One file of an author is one explainer."""
