"""What happens to files on their way: bytes flipped, lines lost, quotes broken, alphabets changed. Pure."""

from collections.abc import Callable
from random import Random

Mutation = Callable[[bytes, Random], bytes]

SEPARATORS = (b",", b";", b"\t", b"|")
JUNK = (
    "Source: somebody, 2024",
    "### end of data ###",
    "-----",
    ";;;;",
    "Total,1,2,3,4,5,6,7,8,9",
    '"an open quote, and no end',
    "total 12,345.67",
    "\u202e\ufeff\u200b",
    "１２３，４５６",
    "=HYPERLINK(1)",
    "[]{}",
)
HUGE = (b"9" * 400, b"1e999", b"-1e308", b"1.7976931348623157e308", b"0." + b"0" * 400 + b"1", b"12345678901234567890")
ALPHABETS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "gb18030", "big5", "cp932", "cp949")


def flip_bytes(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 3, 20))):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def truncate(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(1, len(data) + 1)]


def delete_lines(data: bytes, random: Random) -> bytes:
    return b"\n".join(line for line in data.split(b"\n") if random.random() > 0.2)


def duplicate_lines(data: bytes, random: Random) -> bytes:
    return b"\n".join(line for line in data.split(b"\n") for _ in range(random.choice((1, 1, 1, 2, 3))))


def shuffle_lines(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    random.shuffle(lines)
    return b"\n".join(lines)


def insert_junk(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    for _ in range(random.randrange(1, 6)):
        lines.insert(random.randrange(len(lines) + 1), random.choice(JUNK).encode())
    return b"\n".join(lines)


def swap_separators(data: bytes, random: Random) -> bytes:
    old, new = random.sample(SEPARATORS, 2)
    share = random.choice((0.3, 1.0))
    return b"\n".join(line.replace(old, new) if random.random() < share else line for line in data.split(b"\n"))


def break_quotes(data: bytes, random: Random) -> bytes:
    for _ in range(random.randrange(1, 4)):
        place = random.randrange(len(data) + 1)
        data = data[:place] + random.choice((b'"', b"'", b'""', b'\n"')) + data[place:]
    return data


def change_alphabet(data: bytes, random: Random) -> bytes:
    return data.decode("utf-8", "replace").encode(random.choice(ALPHABETS), "replace")


def put_nuls(data: bytes, random: Random) -> bytes:
    place = random.randrange(len(data) + 1)
    return data[:place] + b"\0" * random.choice((1, 5, 500)) + data[place:]


def put_marks(data: bytes, random: Random) -> bytes:
    """Byte order marks in the middle, as files glued together have them."""
    place = random.randrange(len(data) + 1)
    return data[:place] + random.choice((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) + data[place:]


def mix_line_ends(data: bytes, random: Random) -> bytes:
    lines = data.replace(b"\r\n", b"\n").split(b"\n")
    return b"".join(line + random.choice((b"\n", b"\r\n", b"\r", b"\n\n")) for line in lines)


def make_numbers_huge(data: bytes, random: Random) -> bytes:
    cells = data.split(b",")
    for _ in range(random.randrange(1, 8)):
        cells[random.randrange(len(cells))] = random.choice(HUGE)
    return b",".join(cells)


def add_cells(data: bytes, random: Random) -> bytes:
    share = random.choice((0.1, 1.0))
    more = random.choice((b",", b";;", b",x", b",1,2,3", b"\t", b"," * 1500))
    return b"\n".join(line + more if random.random() < share else line for line in data.split(b"\n"))


def drop_cells(data: bytes, random: Random) -> bytes:
    mark = random.choice(SEPARATORS)
    share = random.choice((0.1, 0.6))
    lines = data.split(b"\n")
    return b"\n".join(line.rpartition(mark)[0] if random.random() < share else line for line in lines)


def lengthen_line(data: bytes, random: Random) -> bytes:
    filler = random.choice((b"x", b",", b'"', b" ", b"\t", b"(", b"1", b"2024-01-02,", b"- ", b".,"))
    place = random.randrange(len(data) + 1)
    return data[:place] + filler * random.choice((300, 30_000)) + data[place:]


def repeat_header(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    lines.insert(random.randrange(len(lines) + 1), lines[0])
    return b"\n".join(lines)


def insert_empty_column(data: bytes, random: Random) -> bytes:
    mark = random.choice(SEPARATORS)
    return b"\n".join(line.replace(mark, mark + mark, 1) for line in data.split(b"\n"))


MUTATIONS: tuple[Mutation, ...] = (
    flip_bytes,
    truncate,
    delete_lines,
    duplicate_lines,
    shuffle_lines,
    insert_junk,
    swap_separators,
    break_quotes,
    change_alphabet,
    put_nuls,
    put_marks,
    mix_line_ends,
    make_numbers_huge,
    add_cells,
    drop_cells,
    lengthen_line,
    repeat_header,
    insert_empty_column,
)


def mutate(data: bytes, mutations: list[Mutation], seed: int) -> bytes:
    """`data` after each of the mutations, which draw from one seed."""
    random = Random(seed)
    for mutation in mutations:
        data = mutation(data or b"\n", random)
    return data
