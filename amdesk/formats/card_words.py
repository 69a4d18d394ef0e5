"""The words of cards: which properties hold nothing for people, what introduces a note, what labels mean."""

from __future__ import annotations

from collections.abc import Mapping

OWN_PREFIX = "X-AMDESK-"
STRUCTURE = frozenset({"VERSION", "PRODID", "X-ABLABEL", "BEGIN", "END"})
MACHINE = frozenset(
    "PHOTO LOGO SOUND KEY REV SOURCE CLIENTPIDMAP XML MAILER CLASS PROFILE NAME SORT-STRING X-PRODID X-ABADR "
    "X-ABUID X-ABPHOTO X-IRMC-LUID X-MS-CARDPICTURE X-IMAGETYPE X-SHARED-PHOTO-DISPLAY-PREF".split()
)
LABELS: Mapping[str, str] = {
    "X-MS-SPOUSE": "Spouse", "X-SPOUSE": "Spouse", "X-EVOLUTION-SPOUSE": "Spouse",
    "X-ABRELATEDNAMES": "Related",
    "X-MS-MANAGER": "Manager", "X-MANAGER": "Manager", "X-EVOLUTION-MANAGER": "Manager",
    "X-MS-ASSISTANT": "Assistant", "X-ASSISTANT": "Assistant", "X-EVOLUTION-ASSISTANT": "Assistant",
    "X-MS-ANNIVERSARY": "Anniversary", "X-ANNIVERSARY": "Anniversary",
    "X-EVOLUTION-ANNIVERSARY": "Anniversary",
    "X-ABDATE": "Date", "X-MS-IMADDRESS": "IM", "IMPP": "IM", "X-AIM": "AIM", "X-ICQ": "ICQ", "X-MSN": "MSN",
    "TZ": "Time zone", "GEO": "Place", "FBURL": "Free/busy", "CALURI": "Calendar",
    "CALADRURI": "Calendar", "X-SOCIALPROFILE": "Social profile",
}  # fmt: skip
TYPES: Mapping[str, str] = {
    "fax": "fax", "cell": "mobile", "mobile": "mobile", "iphone": "mobile", "home": "home",
    "homepage": "home",
    "work": "office", "business": "office",
}  # fmt: skip
PLAIN_TYPES = frozenset(
    [*"voice pref internet text msg video x400 main other intl postal parcel uri dom".split(), *TYPES]
)
