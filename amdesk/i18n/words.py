"""Words people type around dates in each language, beyond the names that the catalogues give.

Case, accents and kinds of gaps do not matter. A language without words here still has its figures and its own
names of months and weekdays read.
"""

from __future__ import annotations

# Days counted from today.
DAYS = {
    -1: "yesterday|אתמול|دیروز|вчера|χθες|χτες|εχθές",
    0: "today|היום|امروز|сегодня|σήμερα",
    1: "tomorrow|מחר|فردا|завтра|αύριο",
    2: "day after tomorrow|the day after tomorrow|מחרתיים|پس‌فردا|послезавтра|μεθαύριο",
}

# Spans of time from today on: the word before or after them, and their units in days; without a figure, of
# which there is one. In a line they may as well tell how long something took.
SPAN_BEFORE = "in|within|בעוד|עוד|תוך|через|σε"
SPAN_AFTER = "دیگر|from now|from today"
SPANS = {
    1: "day|days|יום|ימים|روز|день|дня|дней|ημέρα|ημέρες|μέρα|μέρες",
    7: "week|weeks|a week|one week|שבוע|שבועות|هفته|یک هفته|неделю|недели|недель|"
    "εβδομάδα|εβδομάδες|βδομάδα|βδομάδες|μία εβδομάδα|μια βδομάδα",
    2: "יומיים",
    14: "two weeks|a fortnight|שבועיים|دو هفته|две недели|δύο εβδομάδες|δύο βδομάδες",
}
# Around a weekday: the next one is meant with and without them.
NEXT = (
    "next|this|coming|הבא|הבאה|הקרוב|הקרובה|הזה|הזאת|آینده|بعد|بعدی|این|следующий|следующую|следующее|следующая|"
    "ближайший|ближайшую|ближайшее|ближайшая|этот|эту|это|эта|επόμενη|επόμενο|ερχόμενη|ερχόμενο|αυτή|αυτό"
)

# Other forms of the weekdays, from Monday. A form that is another word too ("sun", "second") stands in the
# second place: it is a day only where a word such as "until" comes before it.
WEEKDAYS = (
    ("понедельника|понедельнику|יום ב׳|دو شنبه", "mon|пн|שני|δευτέρα|δευτέρας"),
    ("вторника|вторнику|יום ג׳", "tue|tues|вт|שלישי|τρίτη|τρίτης"),
    ("среду|יום ד׳|چهار شنبه", "wed|ср|среда|среды|среде|רביעי|τετάρτη|τετάρτης"),
    ("четверга|четвергу|יום ה׳|پنج شنبه", "thu|thur|thurs|чт|חמישי|πέμπτη|πέμπτης"),
    ("пятницу|пятницы|пятнице|παρασκευής|יום ו׳", "fri|пт|שישי"),
    ("субботу|субботы|субботе|σαββάτου|שבת", "sat|сб"),
    ("воскресенья|воскресенью|κυριακής|יום א׳|یک شنبه", "sun|вс|ראשון"),
)

# Other forms of the months, from the first.
MONTHS = {
    "gregorian": (
        "jan|январь|янв|ιανουάριος",
        "feb|февраль|фев|φεβρουάριος",
        "mar|март|мар|μάρτιος|מרס",
        "apr|апрель|апр|απρίλιος",
        "май|μάιος|می",
        "jun|июнь|июн|ιούνιος",
        "jul|июль|июл|ιούλιος|جولای",
        "aug|август|авг|αύγουστος|آگوست",
        "sep|сентябрь|сен|σεπτέμβριος",
        "oct|октябрь|окт|οκτώβριος",
        "nov|ноябрь|ноя|νοέμβριος",
        "dec|декабрь|дек|δεκέμβριος",
    ),
    "jalali": ("", "", "", "", "امرداد", "", "", "", "", "", "", ""),
    "hebrew": ("", "", "סיון", "", "", "", "", "חשון|מרחשוון|מרחשון", "", "", "", "", ""),
}
# The first of a Jalali month, of which people say the number as a word.
FIRST = "اول|یکم"
WEAK_MONTHS = frozenset({"may", "march", "mar", "مه", "می", "אב", "די"})

# Before a day that something is due by; before any day; and what may still stand between those and the day.
DEADLINE = (
    "by|until|till|due|before|no later than|עד|לפני|تا|پیش از|قبل از|до|к|ко|не позднее|"
    "έως|μέχρι|ως|πριν|το αργότερο"
)
BEFORE = (
    "on|for|from|next|this|since|after|مورخ|در|از|برای|на|с|со|в|во|от|после|"
    "στις|στη|στην|στο|για|από|την|τη|τις|το"
)
BETWEEN = "the|date|next|this|יום|ביום|ליום|ה|תאריך|تاریخ|روز|στις|στην|στο|τις|την|τη|το"
# Days that come again and again, or are over.
NOT_ONCE = (
    "last|every|each|прошлый|прошлую|прошлое|каждый|каждую|каждое|כל|בכל|מדי|هر|"
    "κάθε|περασμένη|περασμένο|προηγούμενη"
)
OVER = "ago|שעבר|שעברה|האחרון|گذشته|پیش"

# A number after one of the first or before one of the second is a version, a phone, an amount or a share.
NUMBERED = (
    "version|ver|v|release|python|section|clause|item|no|nr|tel|phone|fax|ratio|score|версия|версии|версию|пункт|тел|"
    "גרסה|גירסה|סעיף|טל|نسخه|نسخهٔ|بند|تلفن|έκδοση|έκδοσης|τηλ"
)
UNITS = (
    "eur|euro|euros|usd|gbp|nis|ils|rub|irr|dollar|dollars|pounds|k|m|mln|million|percent|pct|points|hour|hours|hrs|"
    "am|pm|kg|gb|mb|x|of|out|ש״ח|שח|שקל|שקלים|דולר|אירו|אלף|מיליון|אחוז|אחוזים|שעות|руб|рублей|рубля|тыс|млн|долл|"
    "евро|процентов|процента|часа|часов|تومان|ریال|دلار|یورو|هزار|میلیون|میلیارد|درصد|ساعت|ευρώ|χιλ|χιλιάδες|εκατ|ώρες"
)
