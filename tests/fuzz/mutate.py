"""Small damages, one after another, from a generator of random numbers that can be repeated."""

from random import Random

PIECES = [
    b"\0", b"\n", b"\r", b"\t", b" ", b"  ", b": ", b"- ", b"#", b'"', b"'", b"\\", b"[", b"]", b"{", b"}", b"&a ", b"*a", b"!!x ",
    b"|", b">", b"<<: ", b"---\n", b",", b";", b"=", b"\xff", b"\xc3", b"\xef\xbb\xbf", b"<script>", b"](", b"javascript:",
    b"&#106;", b"`", b"**", b"1", b"13800138000", b"e\xcc\x81", "：".encode(), "　".encode(), "\u202e".encode(), "停".encode(),
    "１２".encode(), "日期".encode(), "合计".encode(), b"\\u202e", b"\\ud800", b"\\UFFFFFFFF", b"\xff\xd8", b"\xff\xda", b"IEND",
    b"NaN", b"1e999", b"\x7f\xff\xff\xff", b"null", b"-1", b"stream", b"endobj", b"{" * 30, b"[" * 300, b"9" * 30,
]  # fmt: skip


def mutated(seed: bytes, other: bytes, random: Random) -> bytes:
    """`seed` with up to eight damages, some with parts of `other`."""
    content = bytearray(seed)
    for _ in range(random.choice((1, 1, 2, 3, 8))):
        at, length = random.randint(0, len(content)), random.choice((0, 1, 1, 2, 4, 16, 64))
        match random.randrange(6):
            case 0:
                content[at : at + length] = b""
            case 1:
                content[at:at] = random.choice(PIECES)
            case 2:
                content[at : at + length] = random.randbytes(length)
            case 3:
                content[at:at] = content[at : at + length] * random.choice((1, 2, 9))
            case 4:
                begin = random.randint(0, len(other))
                content[at:at] = other[begin : begin + length * 4]
            case 5 if at < len(content):
                content[at] ^= 1 << random.randrange(8)
    return bytes(content)
