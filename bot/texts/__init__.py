"""The catalogue of fixed sentences: `key: {fr, ko, en}` in YAML files."""
