"""Lists: encodings and delimiters found, bad rows named by their line, formulas harmless and given back."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amdesk.domain.errors import AmdeskError
from amdesk.formats import csv, encodings
from amdesk.formats.csv import Row, Sheet
from amdesk.formats.formulas import neutralise, restore

DATA = Path(__file__).parents[1] / "data"
NAUGHTY: list[str] = json.loads((DATA / "blns.json").read_text(encoding="utf-8"))
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def sheet(data: bytes, **options: str) -> Sheet:
    return csv.read(data, name="list.csv", **options)


def rows(data: bytes) -> list[Row]:
    return list(sheet(data).rows())


def cells(data: bytes) -> list[tuple[str, ...]]:
    return [row.cells for row in rows(data)]


def problems(data: bytes) -> dict[int, str]:
    return {row.line: str(row.problem) for row in rows(data) if row.problem}


def fault_of(data: bytes) -> str:
    try:
        rows(data)
    except AmdeskError as error:
        return str(error)
    return ""


def written(header: list[str], table: list[list[str]]) -> bytes:
    return b"".join(csv.write(header, table))


@pytest.mark.parametrize(
    ("name", "encoding", "delimiter", "first", "lines"),
    [
        ("clients-greek-cp1253.csv", "cp1253", ";", "Παπαδόπουλος & Υιοί Α.Ε.", [2, 3]),
        ("clients-hebrew-cp1255.csv", "cp1255", ",", 'אורן שיווק בע"מ', [2, 3, 4, 5]),
        ("clients-persian-utf8-bom.csv", "utf-8", ",", "گروه تبلیغاتی چشم\u200cانداز", [2, 3, 4]),
        ("clients-russian-cp1251.csv", "cp1251", ";", "ООО «Ёлка Медиа»", [2, 3, 5]),
        ("google-contacts.csv", "utf-8", ",", "Maya", [2, 6, 7]),
        ("kpi-measurements.csv", "utf-8", ",", "2026-09-01", list(range(2, 12))),
    ],
)
def test_every_sample_is_read_with_its_encoding_delimiter_and_line_numbers(
    name: str, encoding: str, delimiter: str, first: str, lines: list[int]
) -> None:
    found = sheet((DATA / name).read_bytes())
    taken = list(found.rows())
    assert (found.encoding, found.delimiter) == (encoding, delimiter)
    assert taken[0].cells[0] == first
    assert [row.line for row in taken] == lines
    assert not any(row.problem for row in taken)
    assert {len(row.cells) for row in taken} == {len(found.header)}


def test_a_line_break_in_a_cell_stays_and_the_next_row_keeps_its_own_line_number() -> None:
    found = rows((DATA / "clients-russian-cp1251.csv").read_bytes())
    assert found[1].cells[-1] == "просит отчёт по форме клиента;\nважно: не звонить после 18:00"
    assert found[2].line == 5


@pytest.mark.parametrize("path", sorted((DATA / "csv-spectrum").glob("*.csv")), ids=lambda path: path.stem)
def test_the_usual_oddities_of_lists_are_read_as_others_read_them(path: Path) -> None:
    found = sheet(path.read_bytes())
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    read = [dict(zip(found.header, row.cells, strict=True)) for row in found.rows()]
    # rows in which every cell is empty say nothing
    assert read == [row for row in expected if any(row.values())]


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        ("שם,טלפון\nאורן שיווק,1", "cp1255", "cp1255"),
        ("Пётр;Королёв", "cp1251", "cp1251"),
        ("Имя;Телефон\nПётр Королёв;1", "koi8-r", "koi8-r"),
        ("الاسم;الهاتف\nشركة النور;123", "cp1256", "cp1256"),
        ("Όνομα;Τηλ\nΆννα", "iso8859-7", "iso8859-7"),
        ("Name,Ph\nשלום,1", "utf-16", "utf-16"),
        ("Name,Ph\nשלום,1", "utf-16-le", "utf-16"),
        ("Name,Ph\nשלום,1", "utf-16-be", "utf-16-be"),
        ("Name,Ph\nשלום,1", "utf-8-sig", "utf-8"),
        ("only ascii,1\n", "ascii", "utf-8"),
    ],
)
def test_an_encoding_is_found_from_a_few_words(text: str, encoding: str, found: str) -> None:
    one = sheet(text.encode(encoding))
    assert one.encoding == found
    assert text.startswith(one.delimiter.join(one.header))


def test_every_encoding_offered_can_be_chosen() -> None:
    for code, label in encodings.choices():
        assert sheet("Name,Phone\nAnn,1\n".encode(code), encoding=code).header == ("Name", "Phone")
        assert str(label)


def test_two_byte_letters_can_be_chosen_with_and_without_a_mark() -> None:
    text = "שם,טלפון\nדנה,1\n"
    for code in ("utf-16", "utf-16-le", "utf-16-be"):
        for chosen in ("utf-16", code):
            if (code, chosen) != ("utf-16-be", "utf-16"):
                assert sheet(text.encode(code), encoding=chosen).header == ("שם", "טלפון")
    with pytest.raises(AmdeskError, match="cannot be read as utf-16: line 2, column 4"):
        sheet("name\nAnn".encode("utf-16-le") + b"x", encoding="utf-16")


def test_an_encoding_far_down_a_long_list_is_still_found() -> None:
    data = b"Name,Phone\n" + b"Ann,1\n" * 50_000 + "Пётр Королёв,2\nАнна Щёголева,3\n".encode("cp1251")
    assert sheet(data).encoding == "cp1251"


def test_a_wrong_encoding_is_refused_with_its_line_and_column() -> None:
    data = "שם,טלפון\r\nab\n".encode("cp1255")
    with pytest.raises(AmdeskError, match=r"list\.csv cannot be read as utf-8: line 1, column 1"):
        sheet(data, encoding="utf-8")
    with pytest.raises(AmdeskError, match="line 2, column 3 does not fit"):
        sheet(b"a,b\r\nxy\xd9z", encoding="cp1255")
    with pytest.raises(AmdeskError, match="There is no encoding “cp9999”"):
        sheet(data, encoding="cp9999")
    with pytest.raises(AmdeskError, match=r"no encoding “base64”"):
        sheet(data, encoding="base64")


def test_the_place_of_a_fault_is_right_in_a_large_file_with_windows_line_ends() -> None:
    data = b"x" * 65_535 + b"\r\n" + b"y\r\n" * 30_000 + b"abc\xff\r\n"
    assert encodings.fault(io.BytesIO(data), "utf-8") == (30_002, 4)


@pytest.mark.parametrize("data", [b"", b"\n\r\n  \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(AmdeskError, match=r"list\.csv is empty"):
        sheet(data)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"\xff\xd8\xff\xe0\0\x10JFIF",
        b"%PDF-1.7\n",
        b"SQLite format 3\0",
        bytes(100),
        bytes(range(256)) * 8,
        b"PK\x03\x04\x14\0\0\0",
    ],
)
def test_a_file_that_is_no_text_is_not_a_list(data: bytes) -> None:
    for encoding in (None, "cp1252"):
        with pytest.raises(AmdeskError, match=r"list\.csv (is not a list|holds nothing to import)"):
            csv.read(data, name="list.csv", encoding=encoding)


def test_an_unbalanced_quotation_mark_costs_one_row_and_names_the_line_it_was_opened_in() -> None:
    data = b'a,b\n1,"x\n2,y\n3,"hello, z"\n4,q\n'
    assert "opened in line 2 is not closed" in problems(data)[2]
    assert cells(data)[1:] == [("2", "y"), ("3", "hello, z"), ("4", "q")]


def test_a_quotation_mark_that_is_never_closed_costs_one_row() -> None:
    data = b'a,b\n1,"x\n' + b"2,y\n" * 1000
    assert list(problems(data)) == [2]
    assert len(rows(data)) == 1001


def test_a_mark_opened_in_a_later_line_of_a_row_is_named_by_that_line() -> None:
    data = b'a,b,c\n1,"x\ny","open\n5,6,7\n'
    assert "opened in line 3" in problems(data)[2]
    assert cells(data)[-1] == ("5", "6", "7")


def test_an_unbalanced_header_is_refused() -> None:
    with pytest.raises(AmdeskError, match=r"header of list\.csv cannot be read.*opened in line 1"):
        sheet(b'a,"b\n1,2\n')


def test_quotation_marks_of_programs_that_do_not_quote_are_text() -> None:
    data = b'a,b\n"Acme" Ltd,John\n"A ""B""" , "c,d"\n5" pipe,6\n'
    assert cells(data) == [('"Acme" Ltd', "John"), ('A "B"', "c,d"), ('5" pipe', "6")]


def test_a_nul_byte_costs_its_row_and_is_named_by_line_and_column() -> None:
    data = b'a,b\nA\0,2\n3,4\n"x\ny\0z",5\n'
    assert "Line 2 has a NUL byte in column 2" in problems(data)[2]
    assert "Line 5 has a NUL byte in column 2" in problems(data)[4]
    assert cells(data)[1] == ("3", "4")


@pytest.mark.parametrize("cell", [b"x" * 204_800, b'"' + b"y\n" * 150_000 + b'"', b"z" * 9_000_000])
def test_a_cell_of_200_kilobytes_costs_its_row(cell: bytes) -> None:
    data = b"a,b\n" + cell + b",1\n2,3\n"
    assert "Line 2 has a cell of more than 200000 characters" in problems(data)[2]
    assert cells(data)[-1] == ("2", "3")


def test_missing_cells_are_empty_and_superfluous_ones_are_told() -> None:
    data = b"a,b\n1\n1,2,\n1,2,3\n,,\n"
    assert cells(data)[:2] == [("1", ""), ("1", "2")]
    assert problems(data) == {
        4: "Line 4 has 3 cells but the header has 2. Put cells that hold the delimiter in quotation marks."
    }


@pytest.mark.parametrize(
    ("data", "delimiter"),
    [
        (b"sep=;\na;b\n1;2\n", ";"),
        (b"a\tb\r1\t2\r", "\t"),
        (b"a|b\n1|2", "|"),
        (b"a\n1\n2", ","),
        (b'a;b\n1;"x,y,z"\n2;"p,q"\n', ";"),
        (b"a;b\n1,5;2,5\n1,5;2,5\n", ";"),
    ],
)
def test_the_delimiter_is_found(data: bytes, delimiter: str) -> None:
    assert sheet(data).delimiter == delimiter
    assert not problems(data)


def test_a_long_list_is_streamed_and_tells_how_far_it_is() -> None:
    class Watched(io.BytesIO):
        largest = 0

        def read(self, size: int | None = -1) -> bytes:
            data = super().read(size)
            Watched.largest = max(Watched.largest, len(data))
            return data

    stream = Watched(b"Name,Phone\n" + b"Ann,+972-50-1234567\n" * 200_000)
    found = csv.read(stream, name="list.csv")
    walk = found.rows()
    first = next(walk)
    assert first.line == 2
    assert 0 < found.position < found.size // 10
    assert sum(1 for _ in walk) == 199_999
    assert found.position == found.size
    assert Watched.largest <= 1 << 16
    assert not stream.closed


def test_rows_can_be_walked_again() -> None:
    found = sheet(b"a,b\n1,2\n")
    assert list(found.rows()) == list(found.rows()) == [Row(2, ("1", "2"))]


@pytest.mark.parametrize(
    "cell",
    [
        "+972-52-7654321",
        "+7 (495) 123-45-67",
        "+۹۸ ۹۱۲ ۳۴۵",
        "-12",
        "-12.5",
        "-1 234,50",
        "-۱۲",
        "0.5",
        "-",
        "12%",
        "'tis",
        "a=b",
        "",
    ],
)
def test_phones_negatives_and_plain_words_are_written_as_they_are(cell: str) -> None:
    assert neutralise(cell) == cell


@pytest.mark.parametrize(
    "cell",
    [
        '=HYPERLINK("http://evil.example","Acme")',
        "=сумма проверить",
        "@SUM(A1)",
        "+1+cmd|' /C calc'!A0",
        "-1+2",
        "-x",
        "\t=1",
        " =1",
        "\r=1",
        "'=1",
        "＝1",
        "--05-20",
        "+A1",
    ],
)
def test_formulas_are_written_as_text_and_come_back(cell: str) -> None:
    assert neutralise(cell) == "'" + cell
    assert restore(neutralise(cell)) == cell


def test_only_in_our_own_files_is_an_apostrophe_taken_away() -> None:
    assert cells(b"name,phone\n'=1,'tis\n") == [("'=1", "'tis")]
    assert cells(written(["name", "phone"], [["=1", "'tis"]])) == [("=1", "'tis")]
    assert sheet(written(["name"], [])).own
    assert not sheet(b"name\n").own


def test_our_own_file_is_known_again_after_a_spreadsheet_saved_it_with_semicolons() -> None:
    resaved = written(["name", "note"], [["=1", "x"]]).decode("utf-8-sig").replace(",", ";").encode("cp1252")
    found = sheet(resaved)
    assert found.own
    assert [row.cells for row in found.rows()] == [("=1", "x")]


def test_what_we_write_opens_in_spreadsheets() -> None:
    data = written(["name", "note"], [["שלום", 'a "b", c'], ["x", "1\n2"]])
    assert data.startswith(b"\xef\xbb\xbfname,note,amdesk 1\r\n")
    assert data.decode("utf-8-sig").split("\r\n")[1] == 'שלום,"a ""b"", c",'


def test_every_naughty_string_comes_back_unchanged() -> None:
    table = [[one, other] for one in NAUGHTY for other in ("", one)]
    found = sheet(written(["=name", "'=note"], table))
    assert found.header == ("=name", "'=note")
    assert [list(row.cells) for row in found.rows()] == table
    assert not any(row.problem for row in found.rows())


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.tuples(
            st.lists(TEXT, min_size=n, max_size=n),
            st.lists(st.lists(TEXT, min_size=n, max_size=n), max_size=6),
        )
    )
)
def test_everything_written_is_read_back(made: tuple[list[str], list[list[str]]]) -> None:
    header, table = made
    found = sheet(written(header, table))
    assert found.own
    assert list(found.header) == header
    assert [list(row.cells) for row in found.rows()] == table


@given(st.text(st.sampled_from("'=+-@ \t1a"), max_size=8))
def test_apostrophes_before_formulas_are_undone_exactly(cell: str) -> None:
    assert restore(neutralise(cell)) == cell


@given(st.binary(max_size=200))
def test_no_file_brings_more_than_a_sentence(data: bytes) -> None:
    assert "list.csv" in (fault_of(data) or "list.csv")


@given(st.lists(st.sampled_from(['"', ",", "\n", "\r\n", "a", '""', " ", "\r"]), max_size=25).map("".join))
def test_whatever_the_quotation_marks_every_line_number_is_real(text: str) -> None:
    data = ("h,i\n" + text).encode()
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 2
    numbers = [row.line for row in rows(data)]
    assert numbers == sorted(set(numbers))
    assert all(2 <= number <= lines for number in numbers)
