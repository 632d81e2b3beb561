"""Solves one problem with our solver some times over: what came of it, how long it took, and how much memory.

Usage: ours.py SOLVE PROBLEM.json RUNS SECONDS. Prints one line of JSON for each run.
"""

import json
import os
import subprocess
import sys


def main():
    solve, problem, runs, seconds = sys.argv[1:5]
    for _ in range(int(runs)):
        with subprocess.Popen([solve, problem, seconds], stdout=subprocess.PIPE, text=True) as running:
            answer = json.loads(running.stdout.read())
            _, _, usage = os.wait4(running.pid, 0)
            running.returncode = 0
        answer["megabytes"] = usage.ru_maxrss // 1024
        print(json.dumps(answer))


if __name__ == "__main__":
    main()
