"""Tests of the makers of data."""
