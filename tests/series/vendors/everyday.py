"""Tables that people copy, type or keep: pasted from a page, with units and weekdays, dates in several columns."""

import pandas as pd

from tests.series.vendors.america import iso, ohlc
from tests.series.vendors.china import LONG_PRICES
from tests.series.vendors.prices import monthly
from tests.series.vendors.vendor_file import ENGLISH, VendorFile, columns
from tests.series.vendors.writing import Bar, bars, continental, english, grouped, plain, text

JAPANESE_WEEKDAYS = "月火水木金土日"
EUROS = columns(open="Open", high="High", low="Low", close="Close")


def pasted(bar: Bar) -> list[str]:
    """Jan 2, 2025, as Yahoo's page shows it."""
    day = f"{bar.date:%b} {bar.date.day}, {bar.date.year}"
    return [day, *map(english, bar[1:5]), english(bar.close * 0.97), grouped(bar.volume)]


def page(frame: pd.DataFrame) -> bytes:
    """A table of a web page that calls itself a workbook."""
    rows = [["Date", "Open", "High", "Low", "Close", "Volume"], *(iso(bar) for bar in bars(frame))]
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<html><head><meta charset="utf-8"></head><body><table border="1">{body}</table></body></html>'.encode()


def aligned(frame: pd.DataFrame) -> bytes:
    """Columns kept apart by as many blanks as they need."""
    lines = [["Date", "Open", "High", "Low", "Close", "Volume"], *(iso(bar) for bar in bars(frame))]
    return "".join("".join(f"{cell:>12}" for cell in line).lstrip() + "\n" for line in lines).encode()


def pasted_together(frame: pd.DataFrame) -> bytes:
    """Two downloads in one file: the names come again in the middle."""
    header = "Date,Open,High,Low,Close,Volume"
    lines = [",".join(iso(bar)) for bar in bars(frame)]
    return "\n".join([header, *lines[:30], header, *lines[30:], ""]).encode()


EVERYDAY = (
    VendorFile(
        "Pasted from Yahoo's page, with a dividend between",
        "pasted.txt",
        text(
            "Date\tOpen\tHigh\tLow\tClose\tAdj Close\tVolume",
            pasted,
            separator="\t",
            newest_first=True,
            below="Feb 10, 2025\t0.25 Dividend\n",
        ),
        ENGLISH,
    ),
    VendorFile("A web page's table named as a workbook", "page.xls", page, ENGLISH),
    VendorFile("Columns kept apart by blanks", "aligned.txt", aligned, ENGLISH),
    VendorFile("Two downloads pasted together", "together.csv", pasted_together, ENGLISH),
    VendorFile(
        "Chinese volumes in ten thousands",
        "万.csv",
        text(
            "日期,开盘价,最高价,最低价,收盘价,成交量",
            lambda b: [f"{b.date:%Y-%m-%d}", *ohlc(b), f"{b.volume / 1e4:.2f}万"],
        ),
        LONG_PRICES,
    ),
    VendorFile(
        "Chinese volumes in hundred millions",
        "亿.csv",
        text(
            "日期,开盘价,最高价,最低价,收盘价,成交量",
            lambda b: [f"{b.date:%Y-%m-%d}", *ohlc(b), f"{b.volume / 1e8:.4f}亿"],
        ),
        LONG_PRICES,
    ),
    VendorFile(
        "Prices in euros",
        "euros.csv",
        text(
            "Date;Open;High;Low;Close",
            lambda b: [f"{b.date:%d.%m.%Y}", *(f"{continental(x)} €" for x in b[1:5])],
            separator=";",
        ),
        EUROS,
    ),
    VendorFile(
        "Prices in reais",
        "reais.csv",
        text(
            "Data;Abertura;Máximo;Mínimo;Fechamento",
            lambda b: [f"{b.date:%d/%m/%Y}", *(f"R$ {continental(x)}" for x in b[1:5])],
            separator=";",
            encoding="cp1252",
        ),
        columns(open="Abertura", high="Máximo", low="Mínimo", close="Fechamento"),
    ),
    VendorFile(
        "English weekdays before the dates",
        "weekdays.csv",
        text("Date,Open,High,Low,Close,Volume", lambda b: [f'"{b.date:%a, %b %d, %Y}"', *ohlc(b), str(b.volume)]),
        ENGLISH,
    ),
    VendorFile(
        "Japanese weekdays behind the dates",
        "曜日.csv",
        text(
            "日付,始値,高値,安値,終値,出来高",
            lambda b: [f"{b.date:%Y/%m/%d}({JAPANESE_WEEKDAYS[b.date.weekday()]})", *ohlc(b), str(b.volume)],
        ),
        columns(open="始値", high="高値", low="安値", close="終値", volume="出来高"),
    ),
    VendorFile(
        "Japanese years of the era",
        "jgbcm.csv",
        text(
            "基準日,1年,10年",
            lambda b: [f"R{b.date.year - 2018}.{b.date.month}.{b.date.day}", plain(b.close), "-"],
            encoding="cp932",
            line_end="\r\n",
            above="国債金利情報,,(単位 : %)\r\n",
        ),
        columns(close="1年"),
        roles=False,
    ),
    VendorFile(
        "Year, month and day in three columns",
        "three columns.csv",
        text("Year,Month,Day,Close", lambda b: [str(b.date.year), str(b.date.month), str(b.date.day), plain(b.close)]),
        columns(close="Close"),
    ),
    VendorFile(
        "Year and month in two columns",
        "two columns.csv",
        text("year,month,value", lambda b: [str(b.date.year), str(b.date.month), plain(b.close)]),
        columns(close="value"),
        prices=monthly,
        roles=False,
    ),
    VendorFile(
        "A last row with the average",
        "average.csv",
        text("Date,Open,High,Low,Close,Volume", iso, below="Average,1000.00,1000.00,1000.00,1000.00,5000000\n"),
        ENGLISH,
    ),
)
