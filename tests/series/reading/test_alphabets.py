"""Old alphabets are known by the names of columns, by their scripts, or by their letters."""

import pytest

from rnn_core.series import read_file
from rnn_core.series.reading.alphabets import guess_alphabet

ROWS = "".join(f"\n2024-01-{day:02d};{day}" for day in range(2, 29))


@pytest.mark.parametrize(
    ("alphabet", "header"),
    [
        ("gb18030", "日期;收盘价"),
        ("big5", "日期;收盤價"),
        ("cp932", "日付;終値"),
        ("cp949", "일자;종가"),
        ("cp1252", "Datum;Eröffnung"),
        ("cp1252", "Fecha;Último"),
        ("cp1250", "Datum;Otwarcie;Najwyższy;Zamknięcie"),
        ("cp1251", "Дата;Закрытие"),
        ("cp1254", "Tarih;Şimdi;Açılış;Düşük"),
    ],
)
def test_names_of_columns_tell_the_alphabet(alphabet: str, header: str) -> None:
    assert guess_alphabet((header + ROWS).encode(alphabet)) == alphabet


@pytest.mark.parametrize(
    ("alphabet", "header"), [("cp932", "とき;おもさ"), ("cp949", "클러스터;최저값"), ("cp949", "A;코스피")]
)
def test_scripts_tell_the_alphabet_of_unknown_names(alphabet: str, header: str) -> None:
    assert guess_alphabet((header + ROWS).encode(alphabet)) == alphabet


def test_lone_letters_are_western() -> None:
    assert guess_alphabet("Zeit;Höhe über Köln".encode("cp1252")) == "cp1252"


def test_one_damaged_letter_makes_no_other_alphabet() -> None:
    data = bytearray(("日期;收盘价" + "".join(f"\n2024-01-05;{number}价" for number in range(2000))).encode())
    data[-1] = 0x41
    assert guess_alphabet(bytes(data)) == "utf-8"


def test_witnesses_may_stand_far_below_the_header() -> None:
    rows = "".join(f"\n2024-01-05,{number},MA" for number in range(3000))
    assert guess_alphabet(f"Date,Close,Name{rows}\n2024-01-06,1,收盘 开盘 日期".encode("gb18030")) == "gb18030"


def test_the_guess_is_said() -> None:
    series = read_file(f"일자;종가{ROWS}".encode("cp949"))
    assert series.columns == ("종가",)
    assert [warning.code for warning in series.receipt.warnings] == ["guessed_encoding"]
