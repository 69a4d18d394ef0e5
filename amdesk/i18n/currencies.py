"""What people call currencies in each language, beside the codes: signs, short forms, cases and plurals.

Case, accents, gaps, stops and kinds of quotes do not matter.
"""

from __future__ import annotations

# Ten rial, in which Iranians count; not a currency of ISO 4217, and kept as rial.
TOMAN = "toman"

NAMES = {
    "EUR": "€|euro|euros|אירו|יורו|یورو|евро|ευρώ",
    "GBP": (
        "£|£stg|pound|pounds|pounds sterling|ליש״ט|לירה שטרלינג|לירות שטרלינג|פאונד|پوند|"
        "фунт|фунта|фунтов|фунтов стерлингов|λίρα|λίρες|λίρες στερλίνες"
    ),
    "ILS": (
        "₪|nis|shekel|shekels|ש״ח|שקל|שקלים|שקל חדש|שקלים חדשים|שֶקל|شکل|شِکِل|шекель|шекеля|шекелей|σέκελ|σεκέλ"
    ),
    "IRR": "﷼|rial|rials|ריאל|ריאלים|ریال|риал|риала|риалов|ριάλ",
    TOMAN: "toman|tomans|תומאן|טומאן|תומאנים|تومان|تومن|туман|тумана|туманов|томан|томана|томанов|τομάν",
    "RUB": "₽|руб|р|рубль|рубля|рублей|ruble|rubles|rouble|roubles|רובל|רובלים|روبل|ρούβλι|ρούβλια",
    "USD": (
        "$|us$|dollar|dollars|us dollar|us dollars|דולר|דולרים|دلار|دلار آمریکا|доллар|доллара|долларов|долл|"
        "δολάριο|δολάρια"
    ),
    "JPY": "¥|jp¥|yen|ין|ین|иена|иены|иен|γιεν",
    "TRY": "₺|turkish lira|לירה טורקית|لیر|لیره|турецкая лира|турецких лир|τουρκική λίρα|τουρκικές λίρες",
    "AED": "dirham|dirhams|דירהם|درهم|дирхам|дирхама|дирхамов|ντιράμ",
    "CHF": "fr|swiss franc|swiss francs|פרנק|פרנקים|فرانک|франк|франка|франков|φράγκο|φράγκα",
}
# Their names are nobody else's. Those of the others are shared: whoever typed $, lira or franc knew which one
# it was, and nobody else can.
CLEAR = frozenset({"EUR", "ILS", "IRR", TOMAN, "RUB"})
CLEAR_SIGNS = frozenset("£")
