"""Which language a person or a group chose, and which the bot takes."""

from __future__ import annotations

from telegram import Chat, InlineKeyboardButton, InlineKeyboardMarkup, User

from bot.catalogue import say
from bot.messenger.answerer import Languages
from bot.messenger.office import Office
from knowledge.text import LANGUAGES, Language

AUTOMATIC = "auto"
BOTH = "both"
TOGETHER: Languages = ("fr", "ko")
"""The languages of an answer in a group that chose both."""
NAMES: dict[Language, str] = {"fr": "Français", "ko": "한국어", "en": "English"}


def tongue(code: str | None) -> Language | None:
    """Return the language of a BCP 47 tag if the bot speaks it."""
    return next((language for language in LANGUAGES if (code or "").lower().split("-")[0] == language), None)


async def chosen_by(office: Office, person: int) -> Language | None:
    """Return the language a person chose, None for automatic."""
    return tongue(await office.archive.recall("language", 0, person))


async def interface_language(office: Office, user: User | None) -> Language:
    """Return the language for what is not an answer: the person's choice, their application's, English."""
    if user is None:
        return "en"
    return await chosen_by(office, user.id) or tongue(user.language_code) or "en"


def note_profile(office: Office, user: User) -> None:
    """Remember the language of a curator's application, for what is sent to them unasked."""
    if tongue(user.language_code) is not None:
        office.archive.remember("profile-language", 0, user.id, user.language_code or "", None)


async def curator_language(office: Office, curator: int) -> Language:
    """Return the language for what a curator is sent unasked: the one chosen, that of their application, English."""
    chosen = await chosen_by(office, curator)
    return chosen or tongue(await office.archive.recall("profile-language", 0, curator)) or "en"


async def answer_languages(office: Office, chat: int, person: int) -> Languages:
    """Return the languages an answer must take: what the group chose, or the person; none for the question's own."""
    if chat < 0 and await office.archive.recall("group-language", chat, 0) == BOTH:
        return TOGETHER
    chosen = await chosen_by(office, person)
    return (chosen,) if chosen is not None else ()


async def choose(office: Office, chat: Chat, user: User, kind: str, value: str, language: Language) -> str:
    """Keep a choice, a person's (kind p) or a group's (kind g); return what to say about it."""
    if kind == "g":
        if chat.type == Chat.PRIVATE or not await office.admins.include(chat, user):
            return say("telegram-admins-only", language)
        return choose_for_group(office, chat.id, value, language)
    if value not in (AUTOMATIC, *LANGUAGES):
        return say("telegram-language-unknown", language)
    office.archive.remember("language", 0, user.id, value, None)
    new = tongue(value)
    return say("telegram-language-set", new) if new else say("telegram-language-automatic", language)


def choose_for_group(office: Office, chat: int, value: str, language: Language) -> str:
    """Keep the choice of a group's administrator; return what to say about it."""
    if value not in (AUTOMATIC, BOTH):
        return say("telegram-language-unknown", language)
    office.archive.remember("group-language", chat, 0, value, None)
    return say("telegram-group-both" if value == BOTH else "telegram-group-automatic", language)


def language_keyboard(chat: Chat, language: Language) -> InlineKeyboardMarkup:
    """Return the buttons of /language."""
    automatic = say("telegram-automatic", language)
    rows = [
        [InlineKeyboardButton(automatic, callback_data=f"p:{AUTOMATIC}")],
        [InlineKeyboardButton(NAMES[each], callback_data=f"p:{each}") for each in LANGUAGES],
    ]
    if chat.type != Chat.PRIVATE:
        rows.append(
            [
                InlineKeyboardButton(say("telegram-group-button-automatic", language), callback_data=f"g:{AUTOMATIC}"),
                InlineKeyboardButton(say("telegram-group-button-both", language), callback_data=f"g:{BOTH}"),
            ]
        )
    return InlineKeyboardMarkup(rows)
