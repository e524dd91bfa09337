"""Investing.com in twelve languages: the same table, with the words, dates and numbers of each country."""

from functools import partial

from tests.series.vendors.vendor_file import VendorFile, columns
from tests.series.vendors.writing import Bar, Row, continental, english, millions, text

WITH_BOM = "utf-8-sig"


def row(bar: Bar, day: str, *, anglo: bool) -> list[str]:
    """Date, close, open, high, low, volume, change."""
    number = english if anglo else continental
    volume = millions(bar.volume, "." if anglo else ",")
    change = "0.12%" if anglo else "0,12%"
    return [bar.date.strftime(day), *map(number, (bar.close, bar.open, bar.high, bar.low)), volume, change]


def investing(language: str, file_name: str, header: str, day: str, *, anglo: bool = False) -> VendorFile:
    """The export of one country's site; `header` in the order date, close, open, high, low, volume, change."""
    names = [name.strip() for name in header.split("|")]
    line = ",".join(f'"{name}"' for name in header.split("|"))
    write: Row = partial(row, day=day, anglo=anglo)
    return VendorFile(
        f"Investing.com, {language}",
        file_name,
        text(line, write, quoted=True, newest_first=True, encoding=WITH_BOM),
        columns(close=names[1], open=names[2], high=names[3], low=names[4], volume=names[5]),
    )


INVESTING = (
    investing(
        "English", "S&P 500 Historical Data.csv", "Date|Price|Open|High|Low|Vol.|Change %", "%m/%d/%Y", anglo=True
    ),
    investing("Chinese", "上证指数历史数据.csv", "日期|收盘|开盘|高|低|交易量|涨跌幅", "%Y-%-m-%-d", anglo=True),
    investing(
        "Chinese of Hong Kong", "恒生指數歷史數據.csv", "日期|收市|開市|高|低|成交量|更改%", "%Y年%m月%d日", anglo=True
    ),
    investing(
        "Japanese", "日経平均 過去データ.csv", "日付け|終値|始値|高値|安値|出来高|変化率 %", "%Y年%m月%d日", anglo=True
    ),
    investing(
        "Korean", "코스피지수 과거 데이터.csv", "날짜|종가|시가|고가|저가|거래량|변동 %", "%Y- %m- %d", anglo=True
    ),
    investing("German", "DAX Historische Daten.csv", "Datum|Zuletzt|Eröffn.|Hoch|Tief|Vol.|+/- %", "%d.%m.%Y"),
    investing(
        "French",
        "CAC 40 - Données Historiques.csv",
        "Date|Dernier|Ouv.| Plus Haut|Plus Bas|Vol.|Variation %",
        "%d/%m/%Y",
    ),
    investing("Italian", "FTSE MIB Dati Storici.csv", "Data|Ultimo|Apertura|Massimo|Minimo|Vol.|Var. %", "%d.%m.%Y"),
    investing(
        "Spanish", "Datos históricos del IBEX 35.csv", "Fecha|Último|Apertura|Máximo|Mínimo|Vol.|% var.", "%d.%m.%Y"
    ),
    investing(
        "Portuguese", "Ibovespa Dados Históricos.csv", "Data|Último|Abertura|Máxima|Mínima|Vol.|Var%", "%d.%m.%Y"
    ),
    investing("Polish", "Dane historyczne dla WIG20.csv", "Data|Ostatnio|Otwarcie|Max.|Min.|Wol.|Zmiana%", "%d.%m.%Y"),
    investing("Russian", "Прошлые данные - IMOEX.csv", "Дата|Цена|Откр.|Макс.|Мин.|Объём|Изм. %", "%d.%m.%Y"),
    investing("Turkish", "BIST 100 Geçmiş Verileri.csv", "Tarih|Şimdi|Açılış|Yüksek|Düşük|Hac.|Fark %", "%d.%m.%Y"),
)
