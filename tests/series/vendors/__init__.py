"""The same made prices in the shape of many vendors' files, and what reading each must give."""

from tests.series.vendors.america import AMERICA
from tests.series.vendors.asia import ASIA
from tests.series.vendors.china import CHINA
from tests.series.vendors.europe import EUROPE
from tests.series.vendors.everyday import EVERYDAY
from tests.series.vendors.investing import INVESTING
from tests.series.vendors.statistics import STATISTICS
from tests.series.vendors.terminals import TERMINALS
from tests.series.vendors.vendor_file import VendorFile
from tests.series.vendors.workbooks import WORKBOOKS

VENDOR_FILES: tuple[VendorFile, ...] = (
    *INVESTING,
    *AMERICA,
    *EUROPE,
    *CHINA,
    *ASIA,
    *TERMINALS,
    *STATISTICS,
    *EVERYDAY,
    *WORKBOOKS,
)
__all__ = ["VENDOR_FILES", "VendorFile"]
