"""From settings to a snapshot that answers: opens the current index version, building it first where it is due."""

from __future__ import annotations

from collections.abc import Callable

from bot.settings import Settings
from index.build import Watcher, build, up_to_date
from index.errors import StoreError
from index.long_lived import settle
from index.model.embedding import Encoder
from index.model.opening import Model, open_model
from index.snapshot import Snapshot, open_snapshot
from index.store import Store
from knowledge.errors import KnowledgeError
from knowledge.library import fingerprint


def open_current(settings: Settings, warn: Callable[[str], None], watcher: Watcher) -> Snapshot:
    """Return a snapshot of the knowledge as it stands.

    The index is built where there is none, or where the knowledge or model changed. If that cannot be done, the
    version there is answers, and `warn` says in one line why. Raises GuichetError where there is nothing to answer
    from.
    """
    model = open_model(settings.model, settings.cache, watcher.stage)
    store = Store(settings.state)
    try:
        if up_to_date(store, fingerprint(settings.knowledge), model) is None:
            build(settings.knowledge, store, Encoder(model, settings.cache), watcher)
    except (KnowledgeError, StoreError) as error:
        usable = _current(store, model)
        if usable is None:
            raise
        warn(f"{error} - answering from the index of {usable.manifest.built_at}")
        return usable
    current = store.current()
    if current is None:
        raise StoreError(f"{store.folder}: the index vanished while it was opened; ask again")
    snapshot = open_snapshot(current, model)
    settle()  # it lives as long as the process
    return snapshot


def _current(store: Store, model: Model) -> Snapshot | None:
    try:
        current = store.current()
        return open_snapshot(current, model) if current is not None else None
    except StoreError:
        return None
