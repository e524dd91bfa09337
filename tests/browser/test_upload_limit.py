"""The server itself refuses files above its limit: who goes around the check in the browser gets no further."""

import contextlib
import http.client
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, expect

from rnn_core.series.reading.given import MAX_BYTES
from tests.browser.serving import Server
from tests.browser.visiting import choose_file, open_page

pytestmark = pytest.mark.browser

TOO_LARGE = 413
BOUNDARY = "boundary"
HEAD = (
    f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="zeros.csv"\r\n'
    "Content-Type: text/csv\r\n\r\n"
).encode()
FOOT = f"\r\n--{BOUNDARY}--\r\n".encode()
SMALL = b"Date,Close\n2024-01-01,1\n2024-01-02,2\n"
MEGABYTE = bytes(1024 * 1024)


def test_the_server_refuses_a_file_above_its_limit(page: Page, server: Server) -> None:
    open_page(page, f"{server.address}/data")
    with page.expect_request(lambda request: request.method == "PUT" and "upload_file" in request.url) as caught:
        choose_file(
            page, {"name": "a.csv", "mimeType": "text/csv", "buffer": b"Date,Close\n2024-01-01,1\n2024-01-02,2"}
        )
    expect(page.get_by_text("2 daily rows")).to_be_visible()
    mine = headers(page, caught.value)
    megabytes = MAX_BYTES // len(MEGABYTE)
    assert put(caught.value.url, body(1), mine) < http.client.BAD_REQUEST
    length = {"Content-Length": str(len(HEAD) + (megabytes + 1) * len(MEGABYTE) + len(FOOT))}
    assert put(caught.value.url, body(megabytes + 1), mine | length) == TOO_LARGE
    # Streamlit grants what stands around a file one megabyte.
    assert put(caught.value.url, body(megabytes + 2), mine) == TOO_LARGE
    assert put(caught.value.url, body(1), {**mine, "X-Xsrftoken": "stranger"}) == http.client.FORBIDDEN


def headers(page: Page, upload: Request) -> dict[str, str]:
    """What makes a request one of this visitor's own."""
    cookies = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in page.context.cookies())
    kind = f"multipart/form-data; boundary={BOUNDARY}"
    return {"Cookie": cookies, "X-Xsrftoken": upload.all_headers()["x-xsrftoken"], "Content-Type": kind}


def body(megabytes: int) -> Iterator[bytes]:
    yield HEAD
    for _ in range(megabytes):
        yield MEGABYTE
    yield FOOT


def put(address: str, parts: Iterator[bytes], headers: Mapping[str, str]) -> int:
    """The status that the server answers; without a length in `headers` the body comes in chunks of unknown number."""
    parted = urlsplit(address)
    connection = http.client.HTTPConnection(str(parted.hostname), parted.port, timeout=30)
    try:
        # A server that has heard enough answers and hangs up.
        with contextlib.suppress(ConnectionError):
            chunked = "Content-Length" not in headers
            more = {"Transfer-Encoding": "chunked"} if chunked else {}
            connection.request("PUT", parted.path, parts, {**headers, **more}, encode_chunked=chunked)
        return connection.getresponse().status
    finally:
        connection.close()
