"""What was checked and how it went: one line a check, one closing line."""

import sys
import time
import traceback


class Ledger:
    def __init__(self):
        self.passed = 0
        self.failed = 0

    def section(self, title):
        print(f"\n{title}", flush=True)

    def check(self, sentence, holds, detail=""):
        """Notes one check; `detail` is shown when it does not hold."""
        if holds:
            self.passed += 1
            print(f"  ok    {sentence}", flush=True)
        else:
            self.failed += 1
            print(f"  FAIL  {sentence}" + (f": {str(detail)[:600]}" if detail != "" else ""), flush=True)
        return bool(holds)

    def equal(self, sentence, found, wanted):
        return self.check(sentence, found == wanted, f"found {found!r}, wanted {wanted!r}")

    def run(self, title, body):
        """Runs a group of checks; an exception is a failed check, not the end of the others."""
        self.section(title)
        start = time.monotonic()
        try:
            body()
        except Exception as error:  # noqa: BLE001 - whatever went wrong belongs in the ledger
            self.check(f"{title}: runs to its end", False, repr(error))
            traceback.print_exc(file=sys.stdout)
        print(f"  ({time.monotonic() - start:.1f} s)", flush=True)

    def close(self):
        print(f"\n{self.passed} passed, {self.failed} failed", flush=True)
        return 1 if self.failed else 0
