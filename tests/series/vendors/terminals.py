"""Files of trading programs and coin exchanges: no names, two columns for one date, seconds since 1970."""

from tests.series.vendors.america import iso, ohlc
from tests.series.vendors.prices import minutes
from tests.series.vendors.vendor_file import ENGLISH, SMALL_ENGLISH, WITHOUT_NAMES, VendorFile, columns
from tests.series.vendors.writing import Bar, plain, seconds, text


def klines(bar: Bar, per_second: int) -> list[str]:
    """Twelve columns without names: opening time, prices, volume, closing time, and what belongs to the trades."""
    start = seconds(bar.date) * per_second
    end = start + 86_400 * per_second - 1
    return [str(start), *ohlc(bar), str(bar.volume), str(end), "98765432.1", "51234", "600000.0", "4321.0", "0"]


def metatrader5(bar: Bar) -> list[str]:
    """Ticks for volume; the real volume is nought throughout."""
    return [f"{bar.date:%Y.%m.%d}", *ohlc(bar), str(bar.volume), "0", "2"]


TERMINALS = (
    VendorFile(
        "MetaTrader 4 without names",
        "ACME1440.csv",
        text("", lambda b: [f"{b.date:%Y.%m.%d}", "00:00", *ohlc(b), str(b.volume)], line_end="\r\n"),
        WITHOUT_NAMES,
    ),
    VendorFile(
        "MetaTrader 4, bars of a minute",
        "ACME1.csv",
        text("", lambda b: [f"{b.date:%Y.%m.%d}", f"{b.date:%H:%M}", *ohlc(b), str(b.volume)]),
        WITHOUT_NAMES,
        prices=minutes,
        exact_times=True,
    ),
    VendorFile(
        "MetaTrader 5",
        "ACME_Daily_202501020000_202503270000.csv",
        text(
            "<DATE>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>",
            metatrader5,
            separator="\t",
            line_end="\r\n",
        ),
        columns(open="<OPEN>", high="<HIGH>", low="<LOW>", close="<CLOSE>", volume="<TICKVOL>"),
    ),
    VendorFile(
        "MetaTrader 5 in UTF-16 without names",
        "ACMEDaily.csv",
        text("", lambda b: [f"{b.date:%Y.%m.%d}", *ohlc(b), str(b.volume), "0"], encoding="utf-16", line_end="\r\n"),
        WITHOUT_NAMES,
    ),
    VendorFile(
        "HistData",
        "DAT_ASCII_ACME_M1_2025.csv",
        text("", lambda b: [f"{b.date:%Y%m%d %H%M%S}", *ohlc(b), str(b.volume)], separator=";", line_end="\r\n"),
        WITHOUT_NAMES,
        prices=minutes,
        exact_times=True,
    ),
    VendorFile(
        "Dukascopy with the hours from Greenwich",
        "ACME_Candlestick_1_D_BID_02.01.2025-27.03.2025.csv",
        text(
            "Local time,Open,High,Low,Close,Volume",
            lambda b: [f"{b.date:%d.%m.%Y} 00:00:00.000 GMT-0500", *ohlc(b), str(b.volume)],
        ),
        ENGLISH,
    ),
    VendorFile(
        "TradingView with seconds",
        "BATS_ACME, 1D.csv",
        text("time,open,high,low,close,Volume", lambda b: [str(seconds(b.date)), *ohlc(b), str(b.volume)]),
        SMALL_ENGLISH | columns(volume="Volume"),
    ),
    VendorFile(
        "TradingView with time zones",
        "SSE_600000, 1D.csv",
        text(
            "time,open,high,low,close,Volume", lambda b: [f"{b.date:%Y-%m-%d}T09:30:00+08:00", *ohlc(b), str(b.volume)]
        ),
        SMALL_ENGLISH | columns(volume="Volume"),
    ),
    VendorFile(
        "Binance in milliseconds without names",
        "BTCUSDT-1d-2024-12.csv",
        text("", lambda b: klines(b, 1000)),
        WITHOUT_NAMES,
    ),
    VendorFile(
        "Binance in microseconds without names",
        "BTCUSDT-1d-2025-01.csv",
        text("", lambda b: klines(b, 1_000_000)),
        WITHOUT_NAMES,
    ),
    VendorFile(
        "Kraken in seconds without names",
        "XBTUSD_1440.csv",
        text("", lambda b: [str(seconds(b.date)), *ohlc(b), str(b.volume), "5123"]),
        WITHOUT_NAMES,
    ),
    VendorFile(
        "CryptoDataDownload with an address as its first line",
        "Gemini_BTCUSD_d.csv",
        text(
            "unix,date,symbol,open,high,low,close,Volume BTC,Volume USD",
            lambda b: [
                f"{seconds(b.date)}000",
                f"{b.date:%Y-%m-%d} 00:00:00",
                "BTC/USD",
                *ohlc(b),
                str(b.volume),
                "28219827.4",
            ],
            newest_first=True,
            above="https://www.example.org\n",
        ),
        SMALL_ENGLISH | columns(volume="Volume BTC"),
    ),
    VendorFile(
        "CoinMarketCap",
        "Bitcoin_02.01.2025-27.03.2025_historical_data_coinmarketcap.csv",
        text(
            "timeOpen;timeClose;timeHigh;timeLow;name;open;high;low;close;volume;marketCap;circulatingSupply;timestamp",
            lambda b: [
                *(
                    f'"{b.date:%Y-%m-%d}T{time}Z"'
                    for time in ("00:00:00.000", "23:59:59.999", "12:48:00.000", "01:56:00.000")
                ),
                '"2781"',
                *ohlc(b),
                *(str(b.volume), "1885123456789.12", "19858000", f'"{b.date:%Y-%m-%d}T23:59:59.999Z"'),
            ],
            separator=";",
            newest_first=True,
            encoding="utf-8-sig",
        ),
        SMALL_ENGLISH,
    ),
    VendorFile(
        "CoinGecko",
        "btc-usd-max.csv",
        text(
            "snapped_at,price,market_cap,total_volume",
            lambda b: [f"{b.date:%Y-%m-%d} 00:00:00 UTC", plain(b.close), "1501657493.0", str(b.volume)],
        ),
        columns(close="price", volume="total_volume"),
    ),
    VendorFile(
        "Upper case names and a symbol of digits",
        "0700.HK.csv",
        text("CODE,DATE,OPEN,HIGH,LOW,CLOSE,VOLUME", lambda b: ["700", *iso(b)]),
        {role: role.upper() for role in ENGLISH},
    ),
)
