"""Runs the three readers in turn, three rounds, and prints each one's median time and largest memory."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 3


def measured(command):
    """Wall seconds and the largest resident memory in MB of one finished run."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - began
    if status != 0:
        sys.exit(f"failed: {' '.join(command)}")
    return seconds, usage.ru_maxrss / 1024


def husrom(program, file):
    """A fresh register each time: the import writes every row."""
    folder = tempfile.mkdtemp(prefix="husrom-bench-")
    try:
        subprocess.run([program, "init", "--data", folder], check=True, capture_output=True)
        return measured([program, "import", "--data", folder, file])
    finally:
        shutil.rmtree(folder)


def main():
    program, peer, file = sys.argv[1:4]
    openpyxl = (
        "import sys, openpyxl\n"
        "sheet = openpyxl.load_workbook(sys.argv[1], read_only=True).active\n"
        "print(sum(1 for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None))"
    )
    readers = {
        "Husrom: read, checked, written": lambda: husrom(program, file),
        "calamine alone: read": lambda: measured([peer, "read", file]),
        "openpyxl: read": lambda: measured([sys.executable, "-c", openpyxl, file]),
    }
    rounds = {name: [] for name in readers}
    for _ in range(ROUNDS):
        for name, run in readers.items():
            rounds[name].append(run())
    print(f"{os.path.getsize(file) / 1e6:.1f} MB, median of {ROUNDS} rounds")
    for name, runs in rounds.items():
        seconds = statistics.median(run[0] for run in runs)
        memory = max(run[1] for run in runs)
        print(f"{name:32} {seconds:7.2f} s {memory:7.0f} MB")


main()
