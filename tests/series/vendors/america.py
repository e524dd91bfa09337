"""Files of American vendors: Yahoo, Nasdaq, the Wall Street Journal, Cboe, FRED, price services, Google Sheets."""

import pandas as pd

from tests.series.vendors.vendor_file import ENGLISH, SMALL_ENGLISH, VendorFile, columns
from tests.series.vendors.writing import Bar, bars, plain, seconds, text


def ohlc(bar: Bar) -> list[str]:
    """Open, high, low, close as plain numbers."""
    return [plain(price) for price in (bar.open, bar.high, bar.low, bar.close)]


def iso(bar: Bar) -> list[str]:
    """2025-01-02, open, high, low, close, volume."""
    return [f"{bar.date:%Y-%m-%d}", *ohlc(bar), str(bar.volume)]


def yahoo(bar: Bar) -> list[str]:
    """With the adjusted close, which is no close, before the volume."""
    return [f"{bar.date:%Y-%m-%d}", *ohlc(bar), f"{bar.close * 0.97:.6f}", str(bar.volume)]


def yfinance_table(frame: pd.DataFrame) -> bytes:
    """Three lines above the numbers: names, tickers, and the name of the index."""
    names = ["Close", "High", "Low", "Open", "Volume"]
    above = ["Price," + ",".join(names), "Ticker" + ",ACME" * 5, "Date,,,,,"]
    rows = [f"{bar.date:%Y-%m-%d},{bar.close},{bar.high},{bar.low},{bar.open},{bar.volume}" for bar in bars(frame)]
    return ("\n".join([*above, *rows]) + "\n").encode()


def wrapped_by_excel(frame: pd.DataFrame) -> bytes:
    """Each line became one cell: the whole row stands in one pair of quotes."""
    lines = ["Date,Open,High,Low,Close,Volume", *(",".join(iso(bar)) for bar in bars(frame))]
    return "".join(f'"{line}"\r\n' for line in lines).encode()


def polygon(frame: pd.DataFrame) -> bytes:
    """Single letters and milliseconds."""
    rows = [
        f"{b.volume},{b.close},{b.open},{b.close},{b.high},{b.low},{seconds(b.date) * 1000},9000" for b in bars(frame)
    ]
    return ("v,vw,o,c,h,l,t,n\n" + "\n".join(rows) + "\n").encode()


def r_quantmod(frame: pd.DataFrame) -> bytes:
    """`write.table` with row names: the header is one cell shorter than the rows."""
    header = ",".join(f"ACME.{name}" for name in ENGLISH.values())
    rows = [f'"{bar.date:%Y-%m-%d}",{bar.open},{bar.high},{bar.low},{bar.close},{bar.volume}' for bar in bars(frame)]
    return ("\n".join([header, *rows]) + "\n").encode()


ACME = columns(open="ACME.Open", high="ACME.High", low="ACME.Low", close="ACME.Close", volume="ACME.Volume")
HEADER = "Date,Open,High,Low,Close,Volume"
PREAMBLE = (
    "A Download of Prices\r\n\r\n\r\nACME - Historical Price and Volume Data\r\n"
    "Prices are adjusted for splits, and dividends\r\n\r\n"
    "Terms: this data is given as it is, without any promise.\r\n\r\n\r\n"
)

AMERICA = (
    VendorFile(
        "Yahoo with rows of null",
        "ACME.csv",
        text("Date,Open,High,Low,Close,Adj Close,Volume", yahoo, below="2025-04-18,null,null,null,null,null,null\n"),
        ENGLISH,
    ),
    VendorFile("yfinance with three lines of header", "acme.csv", yfinance_table, ENGLISH),
    VendorFile(
        "Nasdaq with dollars",
        "HistoricalData_1736.csv",
        text(
            "Date,Close/Last,Volume,Open,High,Low",
            lambda b: [f"{b.date:%m/%d/%Y}", f"${b.close:.2f}", str(b.volume), *(f"${x:.2f}" for x in b[1:4])],
            newest_first=True,
        ),
        columns(open="Open", high="High", low="Low", close="Close/Last", volume="Volume"),
    ),
    VendorFile(
        "Wall Street Journal with two-digit years",
        "HistoricalPrices.csv",
        text(
            "Date, Open, High, Low, Close",
            lambda b: [f"{b.date:%m/%d/%y}", *(f" {x}" for x in ohlc(b))],
            newest_first=True,
        ),
        columns(open="Open", high="High", low="Low", close="Close"),
    ),
    VendorFile(
        "Alpha Vantage",
        "daily_ACME.csv",
        text("timestamp,open,high,low,close,volume", iso, newest_first=True, line_end="\r\n"),
        SMALL_ENGLISH,
    ),
    VendorFile(
        "Barchart with its last line",
        "acme_daily_historical-data-03-27-2025.csv",
        text(
            "Time,Open,High,Low,Last,Change,%Chg,Volume",
            lambda b: [f"{b.date:%m/%d/%Y}", *ohlc(b), "1.00", "+0.10%", str(b.volume)],
            newest_first=True,
            below='"Downloaded from Barchart.com as of 03-27-2025 04:12am CDT"\n',
        ),
        columns(open="Open", high="High", low="Low", close="Last", volume="Volume"),
    ),
    VendorFile(
        "Macrotrends with a long preamble",
        "MacroTrends_Data_Download_ACME.csv",
        text("date,open,high,low,close,volume", iso, above=PREAMBLE, line_end="\r\n"),
        SMALL_ENGLISH,
    ),
    VendorFile(
        "Cboe",
        "VIX_History.csv",
        text(
            "DATE,OPEN,HIGH,LOW,CLOSE",
            lambda b: [f"{b.date:%m/%d/%Y}", *(f"{x}0000" for x in ohlc(b))],
            line_end="\r\n",
        ),
        columns(open="OPEN", high="HIGH", low="LOW", close="CLOSE"),
    ),
    VendorFile(
        "Cboe with a notice as its first line",
        "vixcurrent.csv",
        text(
            "Date,VIX Open,VIX High,VIX Low,VIX Close",
            lambda b: [f"{b.date:%m/%d/%Y}", *(f" {x}" for x in ohlc(b))],
            above='"The data is a courtesy, and comes without any promise, to whom it may concern",,,,\n',
        ),
        columns(open="VIX Open", high="VIX High", low="VIX Low", close="VIX Close"),
    ),
    VendorFile(
        "Tiingo with adjusted prices and times",
        "tiingo.csv",
        text(
            "date,close,high,low,open,volume,adjClose,adjHigh,adjLow,adjOpen,adjVolume,divCash,splitFactor",
            lambda b: [
                f"{b.date:%Y-%m-%dT00:00:00.000Z}",
                *(plain(x) for x in (b.close, b.high, b.low, b.open)),
                str(b.volume),
                *(plain(x / 2) for x in (b.close, b.high, b.low, b.open)),
                str(b.volume * 2),
                "0.0",
                "1.0",
            ],
        ),
        SMALL_ENGLISH,
    ),
    VendorFile(
        "Polygon with single letters",
        "polygon.csv",
        polygon,
        columns(open="o", high="h", low="l", close="c", volume="v"),
    ),
    VendorFile(
        "EODHD with the number of rows below",
        "ACME.US.csv",
        text("Date,Open,High,Low,Close,Adjusted_close,Volume", yahoo, below="60\n"),
        ENGLISH,
    ),
    VendorFile(
        "SimFin",
        "us-shareprices-daily.csv",
        text(
            "Ticker;SimFinId;Date;Open;High;Low;Close;Adj. Close;Volume;Dividend;Shares Outstanding",
            lambda b: ["ACME", "111052", *yahoo(b), "", "17300000000"],
            separator=";",
        ),
        ENGLISH,
    ),
    VendorFile(
        "Google Sheets",
        "GOOGLEFINANCE - Sheet1.csv",
        text(
            HEADER,
            lambda b: [f"{b.date.month}/{b.date.day}/{b.date.year} 16:00:00", *ohlc(b), str(b.volume)],
            line_end="\r\n",
        ),
        ENGLISH,
    ),
    VendorFile(
        "Quandl with adjusted columns beside",
        "WIKI-ACME.csv",
        text(
            HEADER + ",Ex-Dividend,Split Ratio,Adj. Open,Adj. High,Adj. Low,Adj. Close,Adj. Volume",
            lambda b: [
                *iso(b),
                "0.0",
                "1.0",
                *(plain(x / 7) for x in (b.open, b.high, b.low, b.close)),
                str(b.volume * 7),
            ],
            newest_first=True,
        ),
        ENGLISH,
    ),
    VendorFile("Excel with whole rows in quotes", "prices.csv", wrapped_by_excel, ENGLISH),
    VendorFile(
        "R with row numbers",
        "acme_r.csv",
        text('"","Date","Open","High","Low","Close","Volume"', lambda b: [f'"{b.date.dayofyear}"', *iso(b)]),
        ENGLISH,
    ),
    VendorFile("R quantmod with a short header", "acme_xts.csv", r_quantmod, ACME),
    VendorFile(
        "FRED with points for missing values",
        "DEXACME.csv",
        text("DATE,DEXACME", lambda b: [f"{b.date:%Y-%m-%d}", plain(b.close)], below="2025-04-01,.\n2025-04-02,.\n"),
        columns(close="DEXACME"),
        roles=False,
    ),
)
