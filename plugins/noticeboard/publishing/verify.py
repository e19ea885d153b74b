#!/usr/bin/env python3
"""Check a published notice board, on line or copied: python3 verify.py FOLDER-OR-ADDRESS [--paper CODE --size N]

With --receipt ID it prints what proves one record by itself; verify.py RECEIPT.json checks that, without the site.

Needs nothing but Python 3.9. It recomputes the log, every version it speaks of and
the digest of every published file; with a printed notice in hand (--paper: the 26
letters of the log, --size: the number beside them), or an older copy of the
checkpoint (--old FILE), it shows that nothing of what was published then has been
changed or taken away since. It does not show that what was published is true.

核对一份公示栏网站，在线的或拷下来的都行。手上有打印件的，加 --paper 日志核验码 --size 日志条数。
加 --receipt 记录编号，开一张回执；以后网站不在了，凭回执和打印件仍能证明这条记录当时公开过、写的是什么。
"""

import argparse
import base64
import hashlib
import json
import sys
import urllib.parse
import urllib.request
from pathlib import Path

ORIGIN = "gongshilan"
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ENTRY = {"digest", "event", "id", "logged_on", "previous", "version"}


class Site:
    """A folder, or an address of the web; `get` gives None where there is no such file."""

    def __init__(self, place):
        self.folder = None if place.startswith(("http://", "https://")) else Path(place)
        self.address = place.rstrip("/") + "/"

    def get(self, name):
        try:
            if self.folder:
                return (self.folder / name).read_bytes()
            with urllib.request.urlopen(self.address + urllib.parse.quote(name), timeout=60) as answer:  # noqa: S310
                return answer.read()
        except OSError:
            return None

    def names(self):
        """Every file there is, where that can be known."""
        if not self.folder:
            return None
        files = (path for path in self.folder.rglob("*") if path.is_symlink() or not path.is_dir())
        return {path.relative_to(self.folder).as_posix() for path in files}


def verify(site, paper="", size=0, old=None):
    """All that is wrong, as (what it is about, what is wrong); empty where all is well."""
    raw, point = site.get("log/entries.jsonl"), site.get("log/checkpoint")
    if raw is None or point is None:
        return [("log", "没有日志 · there is no log")]
    checkpoint = parse_checkpoint(point)
    if checkpoint is None or written(*checkpoint) != point:
        return [("log/checkpoint", "读不懂 · cannot be read")]
    lines = raw.split(b"\n")[:-1] if raw.endswith(b"\n") else raw.split(b"\n")
    wrong = list(check_log(lines, checkpoint))
    if wrong:
        return wrong
    entries = [json.loads(line) for line in lines]
    wrong += check_versions(site, entries)
    wrong += check_files(site, checkpoint)
    wrong += check_pages(site, entries)
    wrong += check_past(lines, paper, size, old)
    return wrong


def check_log(lines, checkpoint):
    """The entries are those of the checkpoint, each in its one form, each version after the one before."""
    size, root, _ = checkpoint
    if len(lines) != size:
        yield "log", f"检查点说有 {size} 条，实际 {len(lines)} 条 · {size} entries promised, {len(lines)} found"
    elif tree_root([leaf(line) for line in lines]) != root:
        yield "log", "日志的内容与检查点不符 · the entries are not those of the checkpoint"
    last = {}
    for number, line in enumerate(lines, start=1):
        entry = parse_entry(line)
        if entry is None:
            yield f"log/entries.jsonl:{number}", "读不懂 · cannot be read"
            return
        before = last.get(entry["id"], {"version": 0, "digest": ""})
        if (entry["version"], entry["previous"]) != (before["version"] + 1, before["digest"]):
            yield entry["id"], f"第 {entry['version']} 版接不上前一版 · does not follow the version before"
        last[entry["id"]] = entry


def check_versions(site, entries):
    """Every version that was logged is there and is what was logged; what was erased since is not."""
    erased = {entry["id"]: entry["version"] for entry in entries if entry["event"] == "erase"}
    for entry in entries:
        name = f"{entry['id']}/versions/{entry['version']}.json"
        content = site.get(name)
        if not entry["digest"] or entry["version"] < erased.get(entry["id"], 1):
            if content is not None:
                yield entry["id"], "已清除的记录还在 · was erased and is still there"
        elif content is None:
            yield entry["id"], f"缺第 {entry['version']} 版 · version {entry['version']} is missing"
        elif digest_of(content, entry["id"]) != entry["digest"]:
            yield entry["id"], f"第 {entry['version']} 版被改动 · version {entry['version']} was changed"


def digest_of(content, record):
    """The digest of a version file; None where it is none, or is another record's."""
    try:
        version = json.loads(content)
        form, salt = version["form"], bytes.fromhex(version["salt"])
        if canonical(version) != content or form["id"] != record:
            return None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return hashlib.sha256(salt + canonical(form)).hexdigest()


def check_files(site, checkpoint):
    """Every published file is the one that was listed when the site was made."""
    listed = site.get("log/files.txt")
    if listed is None or hashlib.sha256(listed).hexdigest() != checkpoint[2]:
        yield "log/files.txt", "文件清单与检查点不符 · the list of files is not that of the checkpoint"
        return
    known = {"log/files.txt", "log/checkpoint"}
    try:
        lines = [line.split(" ", 2) for line in listed.decode().splitlines()]
        promised = [(digest, int(size), name) for digest, size, name in lines]
    except ValueError:
        yield "log/files.txt", "读不懂 · cannot be read"
        return
    for digest, size, name in promised:
        known.add(name)
        content = site.get(name)
        if content is None:
            yield name, "文件不见了 · is missing"
        elif len(content) != size or hashlib.sha256(content).hexdigest() != digest:
            yield name, "文件被改动 · was changed"
    for name in sorted((site.names() or known) - known):
        yield name, "多出来的文件 · does not belong here"


def check_pages(site, entries):
    """Every record that was ever published still has its page, if only one that says that it was erased."""
    for record in sorted({entry["id"] for entry in entries}):
        if has_page(record) and site.get(f"{record}/index.html") is None:
            yield record, "网页不见了 · its page is gone"


def has_page(record):
    """Registers may go, and single files have no page of their own."""
    return record.count("/") == 2 and record.split("/")[1] != "registers"


def check_past(lines, paper, size, old):
    """What a printed notice or an older checkpoint says of the log is still its beginning."""
    claims = [("打印件 · paper", size, lambda root: code(root) == plain(paper))] if paper else []
    if old is not None:
        checkpoint = parse_checkpoint(old)
        if checkpoint is None:
            yield "old", "旧检查点读不懂 · the old checkpoint cannot be read"
        else:
            claims.append(("旧检查点 · old checkpoint", checkpoint[0], lambda root: root == checkpoint[1]))
    for name, then, holds in claims:
        if not 0 < then <= len(lines):
            yield name, f"当时有 {then} 条，现在只有 {len(lines)} 条 · entries have gone"
        elif not holds(tree_root([leaf(line) for line in lines[:then]])):
            yield name, f"前 {then} 条已不是当时的内容 · the first {then} entries are no longer what they were"


def parse_checkpoint(content):
    """(size, root, digest of the list of files), or None."""
    try:
        origin, size, root, *more = content.decode("ascii").splitlines()
        files = [line[6:] for line in more if line.startswith("files ")]
        found = (int(size), base64.b64decode(root, validate=True), files[0] if files else "")
    except (ValueError, UnicodeError):
        return None
    return found if origin == ORIGIN and len(found[1]) == 32 and str(found[0]) == size else None


def written(size, root, files):
    """A checkpoint as it is published, to the byte; older copies may have been through somebody's mail."""
    lines = [ORIGIN, str(size), base64.b64encode(root).decode(), *([f"files {files}"] if files else [])]
    return "".join(f"{line}\n" for line in lines).encode()


def parse_entry(line):
    """One line of the log, or None where it is not exactly as it would be written."""
    try:
        entry = json.loads(line)
        if set(entry) != ENTRY or canonical(entry) != line:
            return None
    except (ValueError, TypeError, RecursionError):
        return None
    typed = all(type(one) is (int if key == "version" else str) for key, one in entry.items())
    return entry if typed and safe(entry["id"]) else None


def safe(record):
    """A record's id names a folder of the site and nothing outside it."""
    parts = record.split("/")
    return len(parts) in (2, 3) and all(
        part and set(part) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for part in parts
    )


def canonical(value):
    """RFC 8785 for texts, whole numbers, lists and mappings."""
    if isinstance(value, dict):
        items = sorted(value.items(), key=lambda item: item[0].encode("utf-16-be"))
        return b"{" + b",".join(canonical(key) + b":" + canonical(one) for key, one in items) + b"}"
    if isinstance(value, list):
        return b"[" + b",".join(map(canonical, value)) + b"]"
    if (type(value) is int and abs(value) < 2**53) or isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).encode("utf-8")
    raise ValueError(value)


def leaf(entry):
    """RFC 6962, 2.1."""
    return hashlib.sha256(b"\x00" + entry).digest()


def parent(left, right):
    """RFC 6962, 2.1."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def tree_root(level):
    """The root over these leaf hashes (RFC 6962, 2.1)."""
    if not level:
        return hashlib.sha256(b"").digest()
    while len(level) > 1:
        pairs = [level[at : at + 2] for at in range(0, len(level), 2)]
        level = [parent(*pair) if len(pair) == 2 else pair[0] for pair in pairs]
    return level[0]


def inclusion(leaves, index):
    """What leads from one leaf to the root, from the bottom up (RFC 6962, 2.1.1)."""
    if len(leaves) <= 1:
        return []
    split = 1 << ((len(leaves) - 1).bit_length() - 1)
    if index < split:
        return [*inclusion(leaves[:split], index), tree_root(leaves[split:])]
    return [*inclusion(leaves[split:], index - split), tree_root(leaves[:split])]


def consistency(leaves, first, whole=True):
    """What shows that the tree of the `first` leaves is the beginning of the tree of all (RFC 6962, 2.1.2)."""
    if first == len(leaves):
        return [] if whole else [tree_root(leaves)]
    split = 1 << ((len(leaves) - 1).bit_length() - 1)
    if first <= split:
        return [*consistency(leaves[:split], first, whole), tree_root(leaves[split:])]
    return [*consistency(leaves[split:], first - split, False), tree_root(leaves[:split])]


def climb(position, last, steps, was, now):
    """Both roots that a proof leads to; None where it is too long or too short (RFC 9162, 2.1.3.2 and 2.1.4.2)."""
    for step in steps:
        if last == 0:
            return None
        if position & 1 or position == last:
            was, now = parent(step, was), parent(step, now)
            while position and not position & 1:
                position, last = position >> 1, last >> 1
        else:
            now = parent(now, step)
        position, last = position >> 1, last >> 1
    return (was, now) if last == 0 else None


def includes(entry, index, size, proof, root):
    """Whether the proof shows that the leaf `entry` stands at `index` in the tree of `size` with this root."""
    found = climb(index, size - 1, proof, entry, entry) if 0 <= index < size else None
    return found is not None and found[1] == root


def extends(first, old, size, new, proof):
    """Whether the proof shows that the tree of `size` begins with the tree of `first`."""
    if not 0 < first < size:
        return 0 < first == size and old == new and not proof
    steps = list(proof) if first & (first - 1) else [old, *proof]
    position, last = first - 1, size - 1
    while position & 1:
        position, last = position >> 1, last >> 1
    found = climb(position, last, steps[1:], steps[0], steps[0]) if steps else None
    return found == (old, new)


def make_receipt(site, record, size=0):
    """What proves, without the site, that a record's newest text was logged; `size` is that of a paper, if any."""
    lines = (site.get("log/entries.jsonl") or b"").splitlines()
    index = max((at for at, line in enumerate(lines) if json.loads(line)["id"] == record), default=None)
    if index is None:
        return None
    entry, leaves = json.loads(lines[index]), [leaf(line) for line in lines]
    version = site.get(f"{record}/versions/{entry['version']}.json")
    if version is None:
        return None
    found = {"version": json.loads(version), "entry": entry, "index": index, "size": len(lines)}
    found |= {"root": tree_root(leaves).hex(), "proof": [one.hex() for one in inclusion(leaves, index)]}
    if 0 < size <= len(lines):
        proof = [one.hex() for one in consistency(leaves, size)]
        found["paper"] = {"size": size, "root": tree_root(leaves[:size]).hex(), "proof": proof}
    return found


def check_receipt(receipt, paper="", size=0):
    """What is wrong with a receipt; with a paper, that its log is another one."""
    try:
        entry, root = receipt["entry"], bytes.fromhex(receipt["root"])
        proof = [bytes.fromhex(one) for one in receipt["proof"]]
        if digest_of(canonical(receipt["version"]), entry["id"]) != entry["digest"]:
            yield "回执 · receipt", "全文与登记不符 · the text is not what was logged"
        if not includes(leaf(canonical(entry)), receipt["index"], receipt["size"], proof, root):
            yield "回执 · receipt", "登记不在日志里 · the entry is not in the log"
        if paper:
            old = receipt["paper"]
            then, steps = bytes.fromhex(old["root"]), [bytes.fromhex(one) for one in old["proof"]]
            known = old["size"] == size and code(then) == plain(paper)
            if not (known and extends(size, then, receipt["size"], root, steps)):
                yield "打印件 · paper", "不是同一个日志 · not the same log"
    except (ValueError, KeyError, TypeError, RecursionError):
        yield "回执 · receipt", "读不懂 · cannot be read"


def code(root):
    """The 26 letters that stand on paper: the first 130 bits."""
    bits = int.from_bytes(root, "big") >> (len(root) * 8 - 130)
    return "".join(LETTERS[bits >> shift & 31] for shift in reversed(range(0, 130, 5)))


def plain(typed):
    """A code as people type it: with or without hyphens, small letters, and what is easily mistaken."""
    letters = typed.upper().replace("-", "").replace(" ", "")
    return letters.replace("O", "0").replace("I", "1").replace("L", "1")


def main():
    """0 when all is well, 1 when something is not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("place", help="文件夹、网址或回执 · folder, address or receipt")
    parser.add_argument("--paper", default="", help="打印件上的日志核验码（26 个字母和数字）· the log's code on paper")
    parser.add_argument("--size", type=int, default=0, help="打印件上的日志条数 · the number of entries on paper")
    parser.add_argument("--old", type=Path, help="以前存下的 checkpoint 文件 · an older checkpoint")
    parser.add_argument("--receipt", metavar="ID", help="给一条记录开回执（存成 .json）· a receipt for a record")
    options = parser.parse_args()
    if options.receipt:
        receipt = make_receipt(Site(options.place), options.receipt, options.size)
        print(json.dumps(receipt, ensure_ascii=False) if receipt else "没有这条记录 · no such record")
        return 0 if receipt else 1
    if options.place.endswith(".json"):
        wrong = list(check_receipt(json.loads(Path(options.place).read_bytes()), options.paper, options.size))
    else:
        old = options.old.read_bytes() if options.old else None
        wrong = verify(Site(options.place), options.paper, options.size, old)
    for about, what in wrong:
        print(f"{about}: {what}")
    print("没有发现问题 · nothing is wrong" if not wrong else f"{len(wrong)} 处不符 · {len(wrong)} things are wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
