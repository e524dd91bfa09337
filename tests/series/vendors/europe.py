"""Files of European vendors: semicolons, decimal commas, preambles, and dates that begin with the day."""

from tests.series.vendors.america import iso, ohlc
from tests.series.vendors.vendor_file import ENGLISH, VendorFile, columns
from tests.series.vendors.writing import Bar, comma, continental, grouped, marked, plain, text

narrow = marked("\u202f")
spaced = marked("\u00a0")
swiss = marked("'", ".")
ANGLE = columns(open="<OPEN>", high="<HIGH>", low="<LOW>", close="<CLOSE>", volume="<VOL>")

BUNDESBANK = (
    ";BBK01.WT0000;BBK01.WT0000_FLAGS\n;Preis der ACME;\nEinheit;EUR;\nDimension;Eins;\n"
    "Stand vom;27.03.2025 10:00:00 Uhr;\n"
)


def german(bar: Bar) -> list[str]:
    """02.01.2025;1.234,50;...;1.230.000"""
    return [f"{bar.date:%d.%m.%Y}", *map(continental, bar[1:5]), grouped(bar.volume, ".")]


def bundesbank(bar: Bar) -> list[str]:
    """Date, value, comment."""
    return [f"{bar.date:%Y-%m-%d}", comma(bar.close), ""]


EUROPE = (
    VendorFile(
        "Stooq in Polish",
        "wig20_d.csv",
        text("Data,Otwarcie,Najwyzszy,Najnizszy,Zamkniecie,Wolumen", iso, line_end="\r\n"),
        columns(open="Otwarcie", high="Najwyzszy", low="Najnizszy", close="Zamkniecie", volume="Wolumen"),
    ),
    VendorFile(
        "Stooq's bulk files",
        "acme.us.txt",
        text(
            "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>",
            lambda b: ["ACME.US", "D", f"{b.date:%Y%m%d}", "000000", *ohlc(b), str(b.volume), "0"],
            line_end="\r\n",
        ),
        ANGLE,
    ),
    VendorFile(
        "Nasdaq Nordic with its separator told",
        "ACME-2025-01-01-2025-03-31.csv",
        text(
            "Date;Bid;Ask;Opening price;High price;Low price;Closing price;Average price;Total volume;Turnover;Trades;",
            lambda b: [
                f"{b.date:%Y-%m-%d}",
                *(spaced(x) for x in (b.close - 0.5, b.close + 0.5, *b[1:5], b.close)),
                grouped(b.volume, "\u00a0"),
                "1\u00a0234\u00a0567,80",
                "5\u00a0123",
                "",
            ],
            separator=";",
            newest_first=True,
            above="sep=;\n",
        ),
        columns(open="Opening price", high="High price", low="Low price", close="Closing price", volume="Total volume"),
    ),
    VendorFile(
        "Onvista",
        "history.csv",
        text("Datum;Eröffnung;Hoch;Tief;Schluss;Volumen", german, separator=";", newest_first=True),
        columns(open="Eröffnung", high="Hoch", low="Tief", close="Schluss", volume="Volumen"),
    ),
    VendorFile(
        "Comdirect with a preamble in an old encoding",
        "historisch.csv",
        text(
            "Datum;Eröffnung;Hoch;Tief;Schluss;Volumen",
            german,
            separator=";",
            encoding="cp1252",
            above='"Kursdaten der ACME AG (WKN: 000000 Börse: Xetra)"\n\n',
        ),
        columns(open="Eröffnung", high="Hoch", low="Tief", close="Schluss", volume="Volumen"),
    ),
    VendorFile(
        "Ariva",
        "wkn_000000_historic.csv",
        text(
            "Datum;Erster;Hoch;Tief;Schlusskurs;Stuecke;Volumen",
            lambda b: [f"{b.date:%Y-%m-%d}", *map(continental, b[1:5]), grouped(b.volume, "."), "98.765.432"],
            separator=";",
            newest_first=True,
            below="\n\n\n",
        ),
        columns(open="Erster", high="Hoch", low="Tief", close="Schlusskurs", volume="Stuecke"),
    ),
    VendorFile(
        "Boursorama with tabs",
        "ACME_2025-03-27.txt",
        text(
            "date\touv\thaut\tbas\tclot\tvol\tdevise\t",
            lambda b: [f"{b.date:%d/%m/%Y} 00:00", *ohlc(b), str(b.volume), "EUR", ""],
            separator="\t",
            line_end="\r\n",
        ),
        columns(open="ouv", high="haut", low="bas", close="clot", volume="vol"),
    ),
    VendorFile(
        "ABC Bourse without names",
        "Cotations2025.txt",
        text(
            "",
            lambda b: ["FR0000000000", f"{b.date:%d/%m/%y}", *map(comma, b[1:5]), str(b.volume)],
            separator=";",
            line_end="\r\n",
        ),
        dict.fromkeys(ENGLISH),
    ),
    VendorFile(
        "Euronext with three lines above",
        "ACME_2025-03-27.csv",
        text(
            'Date;Open;High;Low;Last;Close;"Number of Shares";"Number of Trades";Turnover;vwap',
            lambda b: [
                f"{b.date:%d/%m/%Y}",
                *ohlc(b),
                plain(b.close),
                str(b.volume),
                "5123",
                "1234567",
                plain(b.close - 1),
            ],
            separator=";",
            newest_first=True,
            above='\ufeff"Historical Data"\n"From 2025-01-02 to 2025-03-27"\nFR0000000000\n',
        ),
        columns(open="Open", high="High", low="Low", close="Close", volume="Number of Shares"),
    ),
    VendorFile(
        "A Swiss export with apostrophes",
        "smi.csv",
        text(
            "Datum;Eröffnung;Höchst;Tiefst;Schlusskurs;Volumen",
            lambda b: [f"{b.date:%d.%m.%Y}", *map(swiss, b[1:5]), grouped(b.volume, "'")],
            separator=";",
        ),
        columns(open="Eröffnung", high="Höchst", low="Tiefst", close="Schlusskurs", volume="Volumen"),
    ),
    VendorFile(
        "French Excel with narrow blanks",
        "cours.csv",
        text(
            "Date;Ouverture;Plus haut;Plus bas;Clôture;Volume",
            lambda b: [f"{b.date:%d/%m/%Y}", *map(narrow, b[1:5]), grouped(b.volume, "\u202f")],
            separator=";",
            line_end="\r\n",
        ),
        columns(open="Ouverture", high="Plus haut", low="Plus bas", close="Clôture", volume="Volume"),
    ),
    VendorFile(
        "Finam with years of two digits",
        "SBER_250102_250327.txt",
        text(
            "<TICKER>;<PER>;<DATE>;<TIME>;<OPEN>;<HIGH>;<LOW>;<CLOSE>;<VOL>",
            lambda b: ["SBER", "D", f"{b.date:%y%m%d}", "000000", *ohlc(b), str(b.volume)],
            separator=";",
        ),
        ANGLE,
    ),
    VendorFile(
        "A Russian broker in an old encoding",
        "котировки.csv",
        text(
            "Дата;Открытие;Максимум;Минимум;Закрытие;Объем",
            lambda b: [f"{b.date:%d.%m.%Y}", *map(comma, b[1:5]), str(b.volume)],
            separator=";",
            encoding="cp1251",
            line_end="\r\n",
        ),
        columns(open="Открытие", high="Максимум", low="Минимум", close="Закрытие", volume="Объем"),
    ),
    VendorFile(
        "MOEX with low before high",
        "moex.csv",
        text(
            "TRADEDATE,OPEN,LOW,HIGH,CLOSE,NUMTRADES,VOLUME",
            lambda b: [
                f"{b.date:%Y-%m-%d}",
                *(plain(x) for x in (b.open, b.low, b.high, b.close)),
                "5123",
                str(b.volume),
            ],
        ),
        columns(open="OPEN", high="HIGH", low="LOW", close="CLOSE", volume="VOLUME"),
    ),
    VendorFile(
        "Deutsche Bundesbank with lines about the series",
        "BBK01.WT0000.csv",
        text(
            "",
            bundesbank,
            separator=";",
            above=BUNDESBANK,
        ),
        columns(close="BBK01.WT0000"),
        roles=False,
    ),
    VendorFile(
        "European Central Bank",
        "ECB Data Portal.csv",
        text(
            '"DATE","TIME PERIOD","US dollar/Euro (EXR.D.USD.EUR.SP00.A)"',
            lambda b: [f"{b.date:%Y-%m-%d}", f"{b.date:%d %b %Y}", plain(b.close)],
            quoted=True,
        ),
        columns(close="US dollar/Euro (EXR.D.USD.EUR.SP00.A)"),
        roles=False,
    ),
    VendorFile(
        "Bank of England",
        "Bank of England Database.csv",
        text("Date,XUDLUSS", lambda b: [f"{b.date:%d %b %y}", plain(b.close)], newest_first=True),
        columns(close="XUDLUSS"),
        roles=False,
    ),
)
