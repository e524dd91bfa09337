"""Plain series as statistical offices and textbooks give them: months and quarters in many spellings."""

from collections.abc import Callable

import pandas as pd

from tests.series.vendors.prices import monthly, quarterly
from tests.series.vendors.vendor_file import VendorFile, columns
from tests.series.vendors.writing import comma, plain, text

FRENCH_MONTHS = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")
GERMAN_MONTHS = ("Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez")
RUSSIAN_MONTHS = ("Янв", "Фев", "Мар", "Апр", "Май", "Июн", "Июл", "Авг", "Сен", "Окт", "Ноя", "Дек")


def series(
    name: str,
    header: str,
    date: Callable[[pd.Timestamp], str],
    *,
    separator: str = ",",
    prices: Callable[[], pd.DataFrame] = monthly,
) -> VendorFile:
    """Two columns: a date in some spelling, and a value, with a decimal comma where the separator is a semicolon."""
    number = comma if separator == ";" else plain
    write = text(header, lambda bar: [date(bar.date), number(bar.close)], separator=separator)
    value = header.split(separator)[1].strip('"')
    return VendorFile(name, "series.csv", write, columns(close=value), prices=prices, roles=False)


STATISTICS = (
    series("Months as 2024-01", "Month,#Passengers", "{:%Y-%m}".format),
    series("Months as Jan-24", "Month,Sales", "{:%b-%y}".format),
    series("Months as 2024M01", "Time,Index 2015=100", "{:%YM%m}".format),
    series("Months as 2024年1月", "时间,居民消费价格指数", lambda date: f"{date.year}年{date.month}月"),
    series("Months as 202401", "yyyymm,cpi", "{:%Y%m}".format),
    series("Months as 1/1/24, the first of each", "date,value", lambda date: f"{date.month}/{date.day}/{date:%y}"),
    series("Months as 01/02/2024, the first of each, day first", "Data;Kurs", "{:%d/%m/%Y}".format, separator=";"),
    series(
        "Months in French", "Mois;Indice", lambda date: f"{FRENCH_MONTHS[date.month - 1]} {date.year}", separator=";"
    ),
    series("Months in German", "Monat;Wert", lambda date: f"{GERMAN_MONTHS[date.month - 1]} {date:%y}", separator=";"),
    series(
        "Months in Russian", "Месяц;Цена", lambda date: f"{RUSSIAN_MONTHS[date.month - 1]} '{date:%y}", separator=";"
    ),
    series(
        "Months as parts of a year, as R has them",
        "time,value",
        lambda date: f"{date.year + (date.month - 1) / 12:.8g}",
    ),
    series("Quarters as 2024Q1", "Quarter,GDP", lambda date: f"{date.year}Q{date.quarter}", prices=quarterly),
    series("Quarters as Q1 2024", "Period,GDP", lambda date: f"Q{date.quarter} {date.year}", prices=quarterly),
    series(
        "Quarters as 2024年第1季度",
        "季度,国内生产总值",
        lambda date: f"{date.year}年第{date.quarter}季度",
        prices=quarterly,
    ),
)
