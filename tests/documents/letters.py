"""One full mail in each language, every kind of point in it.

``python -m tests.documents.letters`` writes what they look like now to ``tests/documents/golden``: read the
difference before committing it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from amdesk.documents import chase_mail
from amdesk.documents.chase_mail import ChaseMail
from amdesk.documents.summary_mail import RenderedMail, SummaryMail, render
from amdesk.domain.points import Point

ENGLISH = SummaryMail(
    language="en",
    calendar="gregorian",
    reference="NT-2026-003",
    version=1,
    started_on=date(2026, 12, 14),
    channel="office_phone",
    occasion="Spring campaign: budget and start",
    greeting_names=("Anna Whitfield", "Ben Carter"),
    points=(
        Point("decision", "The spring campaign starts on 1 February, on search and on video."),
        Point(
            "decision",
            "Questions about invoices go to our accounts department, +44 20 7946 0958, never to the agency’s"
            " general mailbox.",
        ),
        Point(
            "change",
            "The monthly budget for search grows for the time of the campaign.",
            change_kind="budget",
            from_value="£8,000",
            to_value="£9,500",
            effective_on=date(2027, 2, 1),
        ),
        Point("change", "The old conversion tag is taken off the site.", change_kind="tag"),
        Point(
            "action",
            "Send the new banners in all six sizes.",
            side="us",
            owner="Dana Levi",
            due_on=date(2026, 12, 18),
        ),
        Point("action", "Approve the texts of the landing page.", side="client", due_on=date(2026, 12, 22)),
        Point("action", "Take the old tag off the site.", side="third", owner="Webworks Ltd"),
        Point(
            "insight", "Two thirds of the orders come from returning visitors, most of them in the evening."
        ),
        Point("question", "May the video show the warehouse in Haifa (חיפה)?"),
    ),
    closing=None,
    silence_accepts=False,
    my_name="Noa Bar",
    my_company="Blue Agency",
    my_phone="+972 50 123 4567",
    client_name="Northwind Traders",
)

HEBREW = replace(
    ENGLISH,
    language="he",
    channel="meeting",
    occasion="קמפיין האביב: תקציב ומועד העלייה לאוויר",
    greeting_names=("יעל שפירא", "Ben Carter"),
    points=(
        Point("decision", "קמפיין האביב יעלה לאוויר ב־1 בפברואר, בחיפוש ובווידאו."),
        Point(
            "decision",
            "שאלות על חשבוניות יופנו למחלקת הנהלת החשבונות שלנו, בטלפון 03-555-0123, ולא לתיבה הכללית"
            " של הסוכנות.",
        ),
        Point(
            "change",
            "התקציב החודשי לחיפוש גדל לתקופת הקמפיין.",
            change_kind="budget",
            from_value="₪8,000",
            to_value="₪9,500",
            effective_on=date(2027, 2, 1),
        ),
        Point("change", "תגית ההמרה הישנה תוסר מהאתר.", change_kind="tag"),
        Point(
            "action",
            "שליחת הבאנרים החדשים בכל ששת הגדלים.",
            side="us",
            owner="דנה לוי",
            due_on=date(2026, 12, 18),
        ),
        Point(
            "action",
            "Approve the texts of the landing page (English).",
            side="client",
            due_on=date(2026, 12, 22),
        ),
        Point("action", "הסרת התגית הישנה מהאתר.", side="third", owner="Webworks Ltd"),
        Point("insight", "שני שלישים מההזמנות מגיעים ממבקרים חוזרים, רובם בשעות הערב."),
        Point("question", "האם אפשר להראות בסרטון את המחסן בחיפה?"),
    ),
    my_name="נועה בר",
    my_company="סוכנות כחול",
    client_name="צפון סחר בע״מ",
)

PERSIAN = replace(
    ENGLISH,
    language="fa",
    calendar="jalali",
    channel="video",
    occasion="کمپین نوروز: بودجه و زمان شروع",
    greeting_names=("مریم رضایی", "بهزاد کریمی"),
    points=(
        Point("decision", "کمپین نوروز از اول اسفند، در جست‌وجو و ویدئو، شروع می‌شود."),
        Point(
            "decision",
            "پرسش‌های مربوط به صورت‌حساب با واحد حسابداری ما، به شمارهٔ ۰۲۱ ۵۵۵۰ ۱۲۳۴، در میان گذاشته می‌شود، نه"
            " با صندوق عمومی آژانس.",
        ),
        Point(
            "change",
            "بودجهٔ ماهانهٔ جست‌وجو در دورهٔ کمپین بیشتر می‌شود.",
            change_kind="budget",
            from_value="۸۰ میلیون تومان",
            to_value="۹۵ میلیون تومان",
            effective_on=date(2027, 2, 20),
        ),
        Point("change", "برچسب قدیمی از وب‌سایت برداشته می‌شود.", change_kind="tag"),
        Point(
            "action",
            "فرستادن بنرهای تازه در هر شش اندازه.",
            side="us",
            owner="دنا لوی",
            due_on=date(2026, 12, 18),
        ),
        Point(
            "action",
            "Approve the texts of the landing page (English).",
            side="client",
            due_on=date(2026, 12, 22),
        ),
        Point("action", "برداشتن برچسب قدیمی از وب‌سایت.", side="third", owner="Webworks Ltd"),
        Point("insight", "دوسوم سفارش‌ها از بازدیدکنندگان بازگشتی می‌آید، بیشترشان در ساعت‌های شب."),
        Point("question", "آیا می‌شود در ویدئو انبار اصفهان را نشان داد؟"),
    ),
    my_name="نوا بهار",
    my_company="آژانس آبی",
    my_phone="+98 21 5550 1234",
    client_name="بازرگانی شمال",
)

RUSSIAN = replace(
    ENGLISH,
    language="ru",
    channel="mobile",
    occasion="Весенняя кампания: бюджет и начало",
    greeting_names=("Анна Сергеевна", "Пётр Ильич"),
    points=(
        Point("decision", "Весенняя кампания начинается 1 февраля: поиск и видео."),
        Point(
            "decision",
            "Вопросы по счетам направляются в нашу бухгалтерию по телефону +7 495 555-01-23, а не на общий"
            " адрес агентства.",
        ),
        Point(
            "change",
            "Месячный бюджет на поиск увеличивается на время кампании.",
            change_kind="budget",
            from_value="800 000 ₽",
            to_value="950 000 ₽",
            effective_on=date(2027, 2, 1),
        ),
        Point("change", "Старая метка снимается с сайта.", change_kind="tag"),
        Point(
            "action",
            "Прислать новые баннеры всех шести размеров.",
            side="us",
            owner="Дана Леви",
            due_on=date(2026, 12, 18),
        ),
        Point("action", "Согласовать тексты посадочной страницы.", side="client", due_on=date(2026, 12, 22)),
        Point("action", "Снять старую метку с сайта.", side="third", owner="Webworks Ltd"),
        Point("insight", "Две трети заказов приходят от вернувшихся посетителей, в основном вечером."),
        Point("question", "Можно ли показать в ролике склад в Хайфе (חיפה)?"),
    ),
    my_name="Ноа Бар",
    my_company="Агентство «Синева»",
    client_name="ООО «Северная торговля»",
)

GREEK = replace(
    ENGLISH,
    language="el",
    channel="visit",
    occasion="Ανοιξιάτικη καμπάνια: προϋπολογισμός και έναρξη",
    greeting_names=("Μαρία Παπαδοπούλου", "Νίκος Γεωργίου"),
    points=(
        Point("decision", "Η ανοιξιάτικη καμπάνια ξεκινά την 1η Φεβρουαρίου, σε αναζήτηση και βίντεο."),
        Point(
            "decision",
            "Οι ερωτήσεις για τα τιμολόγια απευθύνονται στο λογιστήριό μας, στο +30 210 555 0123, και όχι στη"
            " γενική θυρίδα του γραφείου.",
        ),
        Point(
            "change",
            "Ο μηνιαίος προϋπολογισμός για την αναζήτηση αυξάνεται όσο διαρκεί η καμπάνια.",
            change_kind="budget",
            from_value="8.000 €",
            to_value="9.500 €",
            effective_on=date(2027, 2, 1),
        ),
        Point("change", "Η παλιά ετικέτα αφαιρείται από τον ιστότοπο.", change_kind="tag"),
        Point(
            "action",
            "Αποστολή των νέων banner και στα έξι μεγέθη.",
            side="us",
            owner="Ντάνα Λεβί",
            due_on=date(2026, 12, 18),
        ),
        Point(
            "action", "Έγκριση των κειμένων της σελίδας υποδοχής.", side="client", due_on=date(2026, 12, 22)
        ),
        Point("action", "Αφαίρεση της παλιάς ετικέτας από τον ιστότοπο.", side="third", owner="Webworks Ltd"),
        Point(
            "insight",
            "Τα δύο τρίτα των παραγγελιών προέρχονται από επισκέπτες που επιστρέφουν, κυρίως το βράδυ.",
        ),
        Point("question", "Μπορεί το βίντεο να δείξει την αποθήκη στη Χάιφα (חיפה);"),
    ),
    my_name="Νόα Μπαρ",
    my_company="Γραφείο Μπλε",
    client_name="Βόρεια Εμπορική ΑΕ",
)

LETTERS = {letter.language: letter for letter in (ENGLISH, HEBREW, PERSIAN, RUSSIAN, GREEK)}
GOLDEN = Path(__file__).with_name("golden")


CHASES = {
    code: ChaseMail(
        language=letter.language,
        calendar=letter.calendar,
        reference=letter.reference,
        sent_on=date(2026, 12, 15),
        chases=0,
        greeting_names=letter.greeting_names,
        subject=render(letter).subject,
        sent_plain=render(letter).plain,
        sent_html=render(letter).html,
        my_name=letter.my_name,
        my_company=letter.my_company,
        my_phone=letter.my_phone,
    )
    for code, letter in LETTERS.items()
}


def chases_as_read(mail: ChaseMail) -> str:
    """Both reminders as their reader has them; what they quote is the letter, and is left out here."""
    told = (as_read(chase_mail.render(replace(mail, chases=number))) for number in (0, 1))
    return "\n".join(one.partition("\n> ")[0] + "\n" for one in told)


def as_read(mail: RenderedMail) -> str:
    """A mail as its reader has it before them: the subject, then the plain text."""
    return f"{mail.subject}\n\n{mail.plain}"


if __name__ == "__main__":
    for code, letter in LETTERS.items():
        (GOLDEN / f"{code}.txt").write_text(as_read(render(letter)), encoding="utf-8", newline="\n")
        told = chases_as_read(CHASES[code])
        (GOLDEN / f"{code}-chase.txt").write_text(told, encoding="utf-8", newline="\n")
