"""Time and memory that each heavy case takes, one line of JSON each: python -m tests.corpus.measure."""

import json
import os
import resource
import tempfile
import time
from pathlib import Path

import frictionless

from tests.corpus import CASES
from tests.corpus.run import answer, judged, prepare

assert frictionless  # loaded beforehand, as it is the library's time and not the case's


def main() -> None:
    """Each in a process of its own, so that one's memory is not another's; what is loaded once is loaded before."""
    with tempfile.TemporaryDirectory() as folder:
        data = prepare(Path(folder))
        judged(data)
        for number, case in enumerate(CASES):
            if case.heavy and not (child := os.fork()):
                begin = time.process_time()
                found = answer(data, case).brief
                seconds = time.process_time() - begin
                megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
                line = {"case": number, "found": found[:1], "seconds": round(seconds, 2), "megabytes": megabytes}
                print(json.dumps(line), flush=True)
                os._exit(0)
            if case.heavy:
                os.waitpid(child, 0)


if __name__ == "__main__":
    main()
