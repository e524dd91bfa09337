"""Files of vendors in mainland China: Chinese headers, GB encodings, codes with apostrophes, lines above and below."""

from tests.series.vendors.america import ohlc
from tests.series.vendors.vendor_file import VendorFile, columns
from tests.series.vendors.writing import Bar, plain, text

PRICES = columns(open="开盘", high="最高", low="最低", close="收盘", volume="成交量")
LONG_PRICES = columns(open="开盘价", high="最高价", low="最低价", close="收盘价", volume="成交量")
WEEKDAYS = "一二三四五六日"


def netease(bar: Bar) -> list[str]:
    """Close first, then high, low, open, previous close, change (unknown on some days), volume, turnover."""
    change = "None" if bar.date.day == 2 else "1.0"
    prices = (bar.close, bar.high, bar.low, bar.open, bar.close - 1)
    return [
        f"{bar.date:%Y-%m-%d}",
        "'600000",
        "某某银行",
        *map(plain, prices),
        change,
        change,
        str(bar.volume),
        "3.24e+11",
    ]


def tongdaxin(bar: Bar) -> list[str]:
    """Cells filled up with blanks, turnover last."""
    return [
        f"{bar.date:%Y/%m/%d}",
        *(f"{price:>10}" for price in ohlc(bar)),
        f"{bar.volume:>12}",
        f"{1234567890.00:>16}",
    ]


CHINA = (
    VendorFile(
        "Tushare",
        "600000.SH.csv",
        text(
            ",ts_code,trade_date,open,high,low,close,pre_close,change,pct_chg,vol,amount",
            lambda b: [
                "0",
                "600000.SH",
                f"{b.date:%Y%m%d}",
                *ohlc(b),
                plain(b.close - 1),
                "1.0",
                "0.1",
                str(b.volume),
                "98765.4",
            ],
            newest_first=True,
        ),
        columns(open="open", high="high", low="low", close="close", volume="vol"),
    ),
    VendorFile(
        "Eastmoney by way of AkShare",
        "沪深300历史数据.csv",
        text(
            "日期,开盘,收盘,最高,最低,成交量,成交额,振幅,涨跌幅,涨跌额,换手率",
            lambda b: [
                f"{b.date:%Y-%m-%d}",
                *(plain(x) for x in (b.open, b.close, b.high, b.low)),
                str(b.volume),
                *("4431977400.0", "1.63", "0.12", "1.0", "0.02"),
            ],
            encoding="utf-8-sig",
        ),
        PRICES,
    ),
    VendorFile(
        "NetEase in GBK",
        "600000.csv",
        text(
            "日期,股票代码,名称,收盘价,最高价,最低价,开盘价,前收盘,涨跌额,涨跌幅,成交量,成交金额",
            netease,
            newest_first=True,
            encoding="gbk",
            line_end="\r\n",
        ),
        LONG_PRICES,
    ),
    VendorFile(
        "Tongdaxin in GBK with a title and a last line",
        "SH#600000.txt",
        text(
            "      日期\t    开盘\t    最高\t    最低\t    收盘\t    成交量\t    成交额",
            tongdaxin,
            separator="\t",
            encoding="gbk",
            line_end="\r\n",
            above="600000 某某银行 日线 前复权\r\n",
            below="数据来源:通达信\r\n",
        ),
        PRICES,
    ),
    VendorFile(
        "Tonghuashun: a text in GBK that calls itself a workbook",
        "Table.xls",
        text(
            "时间\t开盘\t最高\t最低\t收盘\t涨幅\t振幅\t总手\t金额",
            lambda b: [
                f"{b.date:%Y-%m-%d},{WEEKDAYS[b.date.weekday()]}",
                *ohlc(b),
                "--",
                "1.2%",
                str(b.volume),
                "123456789",
            ],
            separator="\t",
            encoding="gbk",
            line_end="\r\n",
        ),
        columns(open="开盘", high="最高", low="最低", close="收盘", volume="总手"),
    ),
    VendorFile(
        "Uqer with English names in one word",
        "uqer.csv",
        text(
            ",secID,ticker,tradeDate,preClosePrice,actPreClosePrice,openPrice,highestPrice,lowestPrice,closePrice,turnoverVol,turnoverValue",
            lambda b: [
                "0",
                "600000.XSHG",
                "600000",
                f"{b.date:%Y-%m-%d}",
                "999.0",
                "998.0",
                *ohlc(b),
                str(b.volume),
                "4768857531",
            ],
        ),
        columns(open="openPrice", high="highestPrice", low="lowestPrice", close="closePrice", volume="turnoverVol"),
    ),
    VendorFile(
        "BaoStock",
        "sh.600000.csv",
        text(
            "date,code,open,high,low,close,preclose,volume,amount,pctChg",
            lambda b: [f"{b.date:%Y-%m-%d}", "sh.600000", *ohlc(b), "999.0", str(b.volume), "254115401728.0", "0.1"],
        ),
        columns(open="open", high="high", low="low", close="close", volume="volume"),
    ),
    VendorFile(
        "A Chinese table with full-width commas and dates in words",
        "行情.csv",
        text(
            "交易日期，开盘价，最高价，最低价，收盘价，成交量",
            lambda b: [f"{b.date.year}年{b.date.month}月{b.date.day}日", *ohlc(b), str(b.volume)],
            separator="，",
        ),
        LONG_PRICES,
    ),
    VendorFile(
        "A Chinese table in UTF-16",
        "行情 - Unicode.txt",
        text(
            "日期\t开盘价\t最高价\t最低价\t收盘价\t成交量",
            lambda b: [f"{b.date.year}/{b.date.month}/{b.date.day}", *ohlc(b), str(b.volume)],
            separator="\t",
            encoding="utf-16",
            line_end="\r\n",
        ),
        LONG_PRICES,
    ),
    VendorFile(
        "A Chinese table in GB18030",
        "行情2.csv",
        text(
            "日期,开盘价,最高价,最低价,收盘价,成交量",
            lambda b: [f"{b.date:%Y%m%d}", *ohlc(b), str(b.volume)],
            encoding="gb18030",
        ),
        LONG_PRICES,
    ),
)
