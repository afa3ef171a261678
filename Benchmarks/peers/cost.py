"""Processor time, user and kernel mode, of processes and all that they started."""

import os
import resource
import statistics
from dataclasses import dataclass
from pathlib import Path

TICK = 1 / os.sysconf("SC_CLK_TCK")


def own():
    """Seconds of this process, of its children that have ended, and of all below it that still run."""
    usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(part.ru_utime + part.ru_stime for part in usage) + sum(of(child) for child in below(os.getpid()))


def of(process):
    """Seconds of a running process and of its children that have ended; nothing when it is gone."""
    fields = stat(process)
    return sum(map(int, fields[11:15])) * TICK if fields else 0.0


def stat(process):
    """What /proc tells from a process's state on: the name before it may hold blanks."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None


def below(root):
    """All running processes that descend from one."""
    parents = {int(entry): int(fields[1]) for entry in os.listdir("/proc") if entry.isdigit() and (fields := stat(entry))}
    found, grown = {root}, True
    while grown:
        more = {process for process, parent in parents.items() if parent in found} - found
        found, grown = found | more, bool(more)
    return found - {root}


@dataclass
class Checked:
    """How many of those that were timed are right."""
    right: int
    all: int

    def __str__(self):
        return f"{self.right} of {self.all}"


@dataclass
class Figure:
    """One row: the median of several runs with their spread."""
    name: str
    runs: list
    # How many runs of how many items.
    samples: str
    size: float | None
    # None where the files of another row stand for it.
    checked: Checked | None

    @property
    def median(self):
        return statistics.median(self.runs)

    @property
    def spread(self):
        return f"{rounded(min(self.runs))} … {rounded(max(self.runs))}"


def rounded(number):
    """Three significant places are more than such a machine can promise."""
    return f"{number:.0f}" if number >= 100 else f"{number:.1f}" if number >= 10 else f"{number:.2f}"
