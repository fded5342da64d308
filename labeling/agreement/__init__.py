"""Ratings -> coefficients with their intervals: how far the labels can be trusted."""
