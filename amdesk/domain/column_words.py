"""Words over columns: amdesk's own, Google's, Outlook's, and what people write in five languages."""

from __future__ import annotations

from collections.abc import Mapping

# field → titles, with commas between; "" holds what programs note for themselves. Numbers in titles do not
# count.
WORDS: Mapping[str, str] = {
    "company": (
        "Company, Company name, Organization, Organisation, Organization name, Organisation name, Org, "
        "Employer, Account, Account name, Client, Client name, Customer, Customer name, Firm, "
        "Business name, שם חברה, שם החברה, חברה, החברה, לקוח, שם לקוח, שם הלקוח, ארגון, שם הארגון, "
        "שם ארגון, עסק, שם העסק, شرکت, نام شرکت, سازمان, نام سازمان, مشتری, نام مشتری, مؤسسه, Компания, "
        "Название компании, Наименование компании, Организация, Название организации, Клиент, Заказчик, "
        "Фирма, Наименование, Контрагент, Юрлицо, Εταιρεία, Εταιρία, Όνομα εταιρείας, Επωνυμία, "
        "Επωνυμία εταιρείας, Επιχείρηση, Πελάτης, Όνομα πελάτη, Οργανισμός"
    ),
    "person": (
        "Contact, Contact name, Contact person, Full name, Name, Display name, Person, איש קשר, "
        "אנשי קשר, שם איש קשר, שם איש הקשר, שם מלא, שם, مخاطب, نام مخاطب, شخص رابط, رابط, نام کامل, "
        "نام و نام خانوادگی, نام, Контакт, Контактное лицо, Имя контакта, ФИО, Ф И О, Полное имя, Επαφή, "
        "Όνομα επαφής, Υπεύθυνος επικοινωνίας, Ονοματεπώνυμο, Πλήρες όνομα"
    ),
    "first_name": "First name, Given name, Forename, שם פרטי, نام کوچک, Имя, Όνομα, Μικρό όνομα",
    "middle_name": "Middle name, Additional name, שם אמצעי, نام میانی, Отчество, Μεσαίο όνομα, Πατρώνυμο",
    "last_name": "Last name, Family name, Surname, שם משפחה, نام خانوادگی, Фамилия, Επώνυμο, Επίθετο",
    "prefix": "Name prefix, Honorific, Salutation, תואר, پیشوند, Обращение, Προσφώνηση",
    "suffix": "Name suffix, Suffix, סיומת, پسوند, Суффикс, Επίθημα",
    "role": (
        "Role, Job title, Title, Position, Organization title, Organization - Title, Function, "
        "Profession, תפקיד, משרה, سمت, عنوان شغلی, شغل, پست سازمانی, Должность, Роль, Позиция, Θέση, "
        "Θέση εργασίας, Ρόλος, Τίτλος, Ιδιότητα"
    ),
    "mobile": (
        "Mobile, Mobile phone, Mobile number, Cell, Cell phone, Cellphone, Cellular, Personal mobile, "
        "נייד, טלפון נייד, מספר נייד, סלולרי, טלפון סלולרי, פלאפון, موبایل, تلفن همراه, شماره موبایل, "
        "شماره همراه, همراه, Мобильный, Мобильный телефон, Моб. телефон, Моб, Сотовый, Сотовый телефон, "
        "Κινητό, Κινητό τηλέφωνο, Αριθμός κινητού"
    ),
    "office_phone": (
        "Office phone, Business phone, Work phone, Company main phone, Office, Direct phone, Landline, "
        "טלפון משרד, טלפון במשרד, טלפון בעבודה, טלפון עבודה, קווי, تلفن دفتر, تلفن محل کار, تلفن ثابت, "
        "تلفن شرکت, Рабочий телефон, Раб. телефон, Рабочий, Офисный телефон, Городской телефон, "
        "Τηλέφωνο γραφείου, Τηλέφωνο εργασίας, Σταθερό, Σταθερό τηλέφωνο"
    ),
    "home_phone": (
        "Home phone, טלפון בית, טלפון בבית, تلفن منزل, تلفن خانه, Домашний телефон, Домашний, "
        "Τηλέφωνο οικίας, Τηλέφωνο σπιτιού"
    ),
    "fax": (
        "Fax, Business fax, Home fax, Other fax, Fax number, פקס, فکس, نمابر, دورنگار, Факс, Φαξ, "
        "Τηλεομοιοτυπία"
    ),
    "phone": (
        "Phone, Phone number, Phone value, Telephone, Tel, Primary phone, Other phone, Car phone, "
        "Callback, טלפון, מספר טלפון, טל, تلفن, شماره تلفن, شماره تماس, تلفن تماس, Телефон, "
        "Номер телефона, Тел, Τηλέφωνο, Αριθμός τηλεφώνου, Τηλ"
    ),
    "phone_label": "Phone label, Phone type, Phone kind",
    "email": (
        "E-mail, Email, E-mail address, Email address, E-mail value, Mail, אימייל, דוא״ל, דואר אלקטרוני, "
        "כתובת אימייל, כתובת מייל, מייל, ایمیل, پست الکترونیک, پست الکترونیکی, رایانامه, نشانی ایمیل, "
        "آدرس ایمیل, Почта, Электронная почта, Эл. почта, Адрес электронной почты, Имейл, "
        "Ηλεκτρονική διεύθυνση, Ηλεκτρονικό ταχυδρομείο, Διεύθυνση email, "
        "Διεύθυνση ηλεκτρονικού ταχυδρομείου, Ηλ. ταχυδρομείο"
    ),
    "email_label": "E-mail label, E-mail kind, E-mail type",
    "post": (
        "Address, Postal address, Mailing address, Address formatted, Business address, Home address, "
        "Office address, כתובת, כתובת למשלוח, כתובת דואר, آدرس, نشانی, نشانی پستی, آدرس پستی, Адрес, "
        "Почтовый адрес, Юридический адрес, Διεύθυνση, Ταχυδρομική διεύθυνση"
    ),
    "post_part": (
        "Street, City, Town, Region, State, Province, Postal code, Postcode, Zip, Zip code, "
        "Address street, Address city, Address region, Address postal code, Address country, "
        "Address po box, Address extended address, Business street, Business city, Business state, "
        "Business postal code, Business country, Business country/region, Business address po box, "
        "Home street, Home city, Home state, Home postal code, Home country, Home country/region, "
        "Home address po box, Other street, Other city, Other state, Other postal code, Other country, "
        "Other country/region, Other address po box, PO Box, רחוב, עיר, יישוב, מיקוד, خیابان, شهر, "
        "استان, کد پستی, Улица, Город, Область, Индекс, Почтовый индекс, Οδός, Πόλη, Περιοχή, Νομός, ΤΚ, "
        "Τ.Κ., Ταχυδρομικός κώδικας"
    ),
    "post_label": "Address label, Address type, Postal address kind",
    "web": (
        "Web, Web address, Website, Web site, Web page, Personal web page, Homepage, URL, Website value, "
        "Site, אתר, אתר אינטרנט, وب سایت, وبسایت, سایت, تارنما, Сайт, Веб-сайт, Ιστοσελίδα, Ιστότοπος, "
        "Ιστοχώρος"
    ),
    "web_label": "Website label, Website type, Web address kind",
    "birthday": (
        "Birthday, Birth date, Birthdate, Date of birth, יום הולדת, תאריך לידה, تاریخ تولد, تولد, "
        "روز تولد, День рождения, Дата рождения, ДР, Γενέθλια, Ημερομηνία γέννησης"
    ),
    "birthday_calendar": "Birthday calendar",
    "notes": (
        "Notes, Note, Comment, Comments, Remarks, Description, הערות, הערה, תיאור, یادداشت, یادداشت ها, "
        "توضیحات, توضیح, ملاحظات, Заметки, Заметка, Примечание, Примечания, Комментарий, Комментарии, "
        "Описание, Σημειώσεις, Σημείωση, Σχόλια, Σχόλιο, Παρατηρήσεις, Περιγραφή"
    ),
    "contact_language": "Contact language",
    "preferred_channel": "Preferred channel",
    "preferred_hours": "Preferred hours",
    "left_on": "Left on",
    "client_notes": "Company notes, Client notes",
    "code": "Code, Client code, קוד, קוד לקוח, کد, کد مشتری, Код, Код клиента, Κωδικός, Κωδικός πελάτη",
    "stage": "Stage, Client stage, שלב, مرحله, Стадия, Этап, Στάδιο",
    "tier": "Tier, Category tier, דרגה, رده, Категория, Κατηγορία πελάτη",
    "vip": "VIP",
    "language": "Language, שפה, زبان, Язык, Γλώσσα",
    "calendar": "Calendar, לוח שנה, تقویم, Календарь, Ημερολόγιο",
    "country": "Country, Country code, מדינה, ארץ, کشور, Страна, Χώρα",
    "next_step": "Next step, הצעד הבא, گام بعدی, Следующий шаг, Επόμενο βήμα",
    "next_contact_on": (
        "Next contact on, Next contact, קשר הבא, תאריך קשר הבא, تماس بعدی, Следующий контакт, Επόμενη επαφή"
    ),
    "asking": "Ask next time",
    "created_at": "Added at, Client since",
    "client_uuid": "Company UUID, Client UUID",
    "contact_uuid": "Contact UUID",
    "": (
        "Phonetic first name, Phonetic middle name, Phonetic last name, Given name yomi, "
        "Additional name yomi, Family name yomi, Yomi name, Company yomi, Given yomi, Surname yomi, "
        "Organization yomi name, File as, Photo, E-mail display name, Initials, Priority, Private, "
        "Sensitivity, Short name, Maiden name, Group membership, Mailing list, Mode, Directory server, "
        "Internet free busy"
    ),
}

# Titles that mean another thing beside certain others: key → (those, meaning beside them, meaning without).
CONTEXT: Mapping[str, tuple[frozenset[str], str, str]] = {
    # Outlook calls Mr. and Dr. a title, and the role a job title
    "title": (frozenset({"jobtitle", "organizationtitle"}), "prefix", "role"),
    # «Имя» and «Όνομα» are a first name beside a family name, and the whole name without one; so is «نام»
    "имя": (frozenset({"фамилия"}), "first_name", "person"),
    "ονομα": (frozenset({"επωνυμο", "επιθετο"}), "first_name", "person"),
    "نام": (frozenset({"نامخانوادگی"}), "first_name", "person"),
    # Google's export of old has the whole name beside its parts
    "שמ": (frozenset({"שממשפחה"}), "first_name", "person"),
}
