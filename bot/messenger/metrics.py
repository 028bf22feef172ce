"""What is counted while the bot runs, for `/metrics`."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


class Metrics:
    """Counters of one running bot; each label takes a handful of values."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.questions = Counter(
            "guichet_questions", "Questions answered.", ["status", "language"], registry=self.registry
        )
        self.latency = Histogram(
            "guichet_answer_seconds",
            "From a question's arrival to its answer being taken by Telegram.",
            registry=self.registry,
            buckets=_SECONDS,
        )
        self.thinking = Histogram(
            "guichet_thinking_seconds", "Time to find an answer.", registry=self.registry, buckets=_SECONDS
        )
        self.errors = Counter("guichet_errors", "What went wrong, by kind.", ["kind"], registry=self.registry)
        self.given_up = Counter(
            "guichet_given_up", "Questions that got no answer, by reason.", ["reason"], registry=self.registry
        )
        self.queue = Gauge("guichet_queue", "Updates received and not yet done with.", registry=self.registry)
        self.votes = Counter("guichet_votes", "Votes on answers.", ["vote"], registry=self.registry)
        self.slowed = Counter("guichet_slowed", "Questions slowed for flooding.", registry=self.registry)
        self.reloads = Counter("guichet_reloads", "Index versions taken up.", ["result"], registry=self.registry)
        self.unrecorded = Counter(
            "guichet_unrecorded", "Journal entries given up, by kind.", ["kind"], registry=self.registry
        )

    def text(self) -> bytes:
        """Return all of it in the text format of Prometheus."""
        return generate_latest(self.registry)
