"""Files of Japan, Korea, Taiwan and India: old encodings, years of the Republic, notes around the table."""

from tests.series.vendors.america import ohlc
from tests.series.vendors.vendor_file import VendorFile, columns
from tests.series.vendors.writing import Bar, english, grouped, plain, republic, text

JAPANESE = columns(open="始値", high="高値", low="安値", close="終値", volume="出来高")
KOREAN = columns(open="시가", high="고가", low="저가", close="종가", volume="거래량")
TAIWANESE = columns(open="開盤價", high="最高價", low="最低價", close="收盤價", volume="成交股數")

NSE_HEADER = (
    '"Date ","series ","OPEN ","HIGH ","LOW ","PREV. CLOSE ","ltp ","close ","vwap ",'
    '"52W H ","52W L ","VOLUME ","VALUE ","No of trades "'
)
BSE_HEADER = (
    "Date,Open Price,High Price,Low Price,Close Price,WAP,No.of Shares,No. of Trades,"
    "Total Turnover (Rs.),Spread High-Low"
)


def twse(bar: Bar) -> list[str]:
    """Years of the Republic, all in quotes, and an empty last cell."""
    prices = map(english, bar[1:5])
    cells = [republic(bar.date), grouped(bar.volume), "19,001,234,567", *prices, "+1.00", "12,345"]
    return [*(f'"{cell}"' for cell in cells), ""]


def krx(bar: Bar) -> list[str]:
    """Close first, change, then open, high, low, volume."""
    middle = [plain(price) for price in (bar.close, 1.0, 0.1, bar.open, bar.high, bar.low)]
    return [f"{bar.date:%Y/%m/%d}", *middle, str(bar.volume), "1155362310000", "4378000000", "5969782550"]


def nse(bar: Bar) -> list[str]:
    """Date, series, open, high, low, previous close, last, close, vwap, 52 weeks, volume, value, trades."""
    prices = [
        english(price) for price in (bar.open, bar.high, bar.low, bar.close - 1, bar.close + 1, bar.close, bar.close)
    ]
    return [
        f"{bar.date:%d-%b-%Y}",
        "EQ",
        *prices,
        "1,608.80",
        "856.50",
        grouped(bar.volume),
        "12,34,56,789.00",
        "1,23,456",
    ]


ASIA = (
    VendorFile(
        "Nikkei in Shift JIS with a notice below",
        "nikkei_stock_average_daily_jp.csv",
        text(
            "データ日付,終値,始値,高値,安値",
            lambda b: [f'"{cell}"' for cell in (f"{b.date:%Y/%m/%d}", *map(plain, (b.close, b.open, b.high, b.low)))],
            encoding="cp932",
            line_end="\r\n",
            below='"本資料は著作物であり、無断で複写することはできません。"\r\n',
        ),
        columns(open="始値", high="高値", low="安値", close="終値"),
    ),
    VendorFile(
        "A Japanese broker in Shift JIS with lines above",
        "0000_日足.csv",
        text(
            "日付,始値,高値,安値,終値,前日比,出来高",
            lambda b: [
                f'"{cell}"' for cell in (f"{b.date:%Y/%m/%d}", *map(english, b[1:5]), "+1.00", grouped(b.volume))
            ],
            encoding="cp932",
            line_end="\r\n",
            newest_first=True,
            above="銘柄名,ＡＣＭＥ\r\n銘柄コード,0000\r\n\r\n",
        ),
        JAPANESE,
    ),
    VendorFile(
        "Kabutan with the year in two digits first",
        "kabutan.csv",
        text(
            "日付,始値,高値,安値,終値,前日比,前日比％,売買高(株)",
            lambda b: [
                f"{b.date:%y/%m/%d}",
                *(f'"{x}"' for x in map(english, b[1:5])),
                "+1.0",
                "+0.1",
                f'"{grouped(b.volume)}"',
            ],
            newest_first=True,
        ),
        columns(open="始値", high="高値", low="安値", close="終値", volume="売買高(株)"),
    ),
    VendorFile(
        "Korea Exchange in CP949",
        "data_0000_20250327.csv",
        text(
            '"일자","종가","대비","등락률","시가","고가","저가","거래량","거래대금","시가총액","상장주식수"',
            krx,
            quoted=True,
            newest_first=True,
            encoding="cp949",
        ),
        KOREAN,
    ),
    VendorFile(
        "Naver with dots and commas",
        "naver.csv",
        text(
            "날짜,종가,전일비,시가,고가,저가,거래량",
            lambda b: [
                f'"{x}"'
                for x in (f"{b.date:%Y.%m.%d}", english(b.close), "1.00", *map(english, b[1:4]), grouped(b.volume))
            ],
            newest_first=True,
        ),
        KOREAN,
    ),
    VendorFile(
        "Taiwan Stock Exchange in Big5 with a title and notes",
        "STOCK_DAY_0000_202501.csv",
        text(
            '"日期","成交股數","成交金額","開盤價","最高價","最低價","收盤價","漲跌價差","成交筆數",',
            twse,
            encoding="cp950",
            line_end="\r\n",
            above='"114年01月 0000 某某股份           各日成交資訊"\r\n',
            below='"說明:"\r\n"符號說明:+/-/X表示漲/跌/不比價"\r\n"當日統計資訊含一般、零股交易。"\r\n\r\n',
        ),
        TAIWANESE,
    ),
    VendorFile(
        "National Stock Exchange of India",
        "Quote-Equity-ACME-EQ-02-01-2025-to-27-03-2025.csv",
        text(
            NSE_HEADER,
            nse,
            quoted=True,
            newest_first=True,
            encoding="utf-8-sig",
        ),
        columns(open="OPEN", high="HIGH", low="LOW", close="close", volume="VOLUME"),
    ),
    VendorFile(
        "Bombay Stock Exchange",
        "500000.csv",
        text(
            BSE_HEADER,
            lambda b: [
                f"{b.date.day}-{b.date:%B-%Y}",
                *ohlc(b),
                plain(b.close),
                str(b.volume),
                "5123",
                "1234567.00",
                "8.5",
                "",
            ],
            newest_first=True,
            line_end="\r\n",
        ),
        columns(open="Open Price", high="High Price", low="Low Price", close="Close Price", volume="No.of Shares"),
    ),
)
