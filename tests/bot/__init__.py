"""Tests of Guichet, laid out as the packages they test."""
