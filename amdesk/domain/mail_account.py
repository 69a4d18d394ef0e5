"""The account that mails go out by: its server, what is usual for an address, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_, Message, Words

# How the way to the server is kept from others, with what it is called.
SECURITY_NAMES: Mapping[str, Words] = {
    "tls": N_("Encrypted from the first byte (TLS)"),
    "starttls": N_("Encrypted after the greeting (STARTTLS)"),
    "none": N_("Not encrypted, only within this computer"),
}
USUAL_PORTS = {"tls": 465, "starttls": 587}
_THIS_COMPUTER = frozenset({"localhost", "127.0.0.1", "::1"})
_HOST = re.compile(r"[^\s\x00-\x1f\x7f/@:\[\]<>]{1,253}")
_MOST = 65535

_APP_PASSWORD = N_(
    "{provider} does not take your usual password here. Make an app password in the settings of your "
    "account, and type that one."
)
_MICROSOFT = N_(
    "Microsoft’s servers no longer take a password from other programs. Hand your mails over as drafts to "
    "the mail program instead."
)


@dataclass(frozen=True, slots=True)
class MailAccount:
    """Whose ``address`` mails go out from, and by which server. ``security`` is one of SECURITY_NAMES.

    The server puts nothing into the mail program's folder of sent mails: ``copies`` sends a blind copy to the
    address itself.
    """

    address: str
    server: str
    port: int
    security: str
    user: str
    copies: bool = True


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What is usual for an address, and what one should know of its provider, if anything."""

    server: str
    port: int = 465
    security: str = "tls"
    hint: Message | None = None


def _needs_app_password(provider: str, server: str, port: int = 465, security: str = "tls") -> Suggestion:
    return Suggestion(server, port, security, Message.of(_APP_PASSWORD, provider=provider))


_GMAIL = _needs_app_password("Gmail", "smtp.gmail.com")
_YAHOO = _needs_app_password("Yahoo", "smtp.mail.yahoo.com")
_ICLOUD = _needs_app_password("iCloud", "smtp.mail.me.com", 587, "starttls")
_YANDEX = _needs_app_password("Yandex", "smtp.yandex.com")
_MAIL_RU = _needs_app_password("Mail.ru", "smtp.mail.ru")
_FASTMAIL = _needs_app_password("Fastmail", "smtp.fastmail.com")
_OUTLOOK = Suggestion("smtp-mail.outlook.com", 587, "starttls", Message(_MICROSOFT))
_OFFICE = Suggestion("smtp.office365.com", 587, "starttls", Message(_MICROSOFT))
_GMX_NET = Suggestion("mail.gmx.net")
_ZOHO = Suggestion("smtp.zoho.com")

# As Thunderbird's table of providers has them.
_BY_DOMAIN = {
    **dict.fromkeys(("gmail.com", "googlemail.com"), _GMAIL),
    **dict.fromkeys(("ymail.com", "rocketmail.com", "myyahoo.com"), _YAHOO),
    **dict.fromkeys(("icloud.com", "me.com", "mac.com"), _ICLOUD),
    **dict.fromkeys(("ya.ru", "narod.ru"), _YANDEX),
    **dict.fromkeys(("mail.ru", "inbox.ru", "list.ru", "bk.ru"), _MAIL_RU),
    **dict.fromkeys(("gmx.net", "gmx.de", "gmx.at", "gmx.ch", "gmx.eu"), _GMX_NET),
    **dict.fromkeys(("fastmail.com", "fastmail.fm"), _FASTMAIL),
    **dict.fromkeys(("zoho.com", "zohomail.com"), _ZOHO),
    "office365.com": _OFFICE,
    "msn.com": _OUTLOOK,
}
# Those with a domain in each country, such as yahoo.co.uk.
_BY_NAME = {
    "yahoo": _YAHOO,
    "yandex": _YANDEX,
    "gmx": Suggestion("mail.gmx.com"),
    **dict.fromkeys(("outlook", "hotmail", "live"), _OUTLOOK),
}
_OF_A_COUNTRY = re.compile(r"(?:com?\.)?[a-z]{2,3}")


def suggested(address: str) -> Suggestion | None:
    """What is usual for the domain of an address; nothing where none stands in it. No network is asked."""
    local, _at, domain = address.strip().casefold().rpartition("@")
    if not local or not _HOST.fullmatch(domain):
        return None
    if domain in _BY_DOMAIN:
        return _BY_DOMAIN[domain]
    if domain.endswith(".onmicrosoft.com"):
        return _OFFICE
    name, _dot, rest = domain.partition(".")
    if name in _BY_NAME and _OF_A_COUNTRY.fullmatch(rest):
        return _BY_NAME[name]
    return Suggestion(f"smtp.{domain}")


def is_this_computer(server: str) -> bool:
    """Whether the way to a server leads nowhere where anybody could listen."""
    return server in _THIS_COMPUTER


def check_account(account: MailAccount) -> None:
    """Raise an AmdeskError, with the field it is beside, where mails cannot go out by such an account."""
    if account.address.count("@") != 1 or not all(account.address.split("@")):
        raise AmdeskError(N_("Type the mail address that your mails come from."), beside="address")
    if not _is_host(account.server):
        raise AmdeskError(
            N_("“{server}” is not the name of a server. Write it like smtp.company.example."),
            beside="server", server=account.server,
        )  # fmt: skip
    if not 0 < account.port <= _MOST:
        raise AmdeskError(N_("A port is a number up to 65535; 465 and 587 are usual."), beside="port")
    if account.security not in SECURITY_NAMES:
        raise TypeError(f"not a way to keep it from others: {account.security}")
    if account.security == "none" and not is_this_computer(account.server):
        raise AmdeskError(
            N_(
                "Not encrypted, your password could be read on its way. That is possible only with a server "
                "on this computer (localhost), such as a mail bridge."
            ),
            beside="security",
        )
    if not account.user.strip():
        raise AmdeskError(N_("Type the name you log in with; mostly it is your mail address."), beside="user")


def as_values(account: MailAccount) -> dict[str, object]:
    """What the settings keep of an account: everything, for there is no password in it."""
    return {
        "address": account.address, "server": account.server, "port": account.port,
        "security": account.security, "user": account.user, "copies": account.copies,
    }  # fmt: skip


def of_values(values: Mapping[str, object]) -> MailAccount | None:
    """The account of the settings; nothing where there is none, or what anybody wrote there is no account."""
    texts = [values.get(name) for name in ("address", "server", "security", "user")]
    port, copies = values.get("port"), values.get("copies", True)
    address, server, security, user = (text if isinstance(text, str) else "" for text in texts)
    if not isinstance(port, int) or not isinstance(copies, bool):
        return None
    account = MailAccount(address, server, port, security, user, copies)
    try:
        check_account(account)
    except (AmdeskError, TypeError):
        return None
    return account


def _is_host(server: str) -> bool:
    try:
        ip_address(server)
    except ValueError:
        return _HOST.fullmatch(server) is not None
    return True
