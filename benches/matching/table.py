"""Lines of the table for one problem: ours and the peers', our goal and whether it is met. And a check: where a peer
has proven its answer, ours must be worth the same.

Usage: table.py NAME OURS PEERS [BEST]. BEST is the score of a proven answer, where ours was cut short on purpose.
"""

import json
import statistics
import sys

# What we promise: milliseconds to solve, or as fast as this peer; and whether it must be proven.
GOALS = {
    "plain-800": {"peer": "SciPy dense", "proven": True},
    "sparse-5000": {"peer": "SciPy sparse", "proven": True},
    "week": {"ms": 50, "proven": True},
    "exchange-usual": {"ms": 2_000, "proven": True},
    "caps-3000": {"ms": 5_000, "proven": True},
    "caps-3000 in 1 s": {"share": 0.0001},
    "country": {"ms": 60_000, "megabytes": 4_096},
}


def line(problem, solver, ms, whole, score, note):
    score = score if score is not None else "-"
    print(f"{problem:18} {solver:>13} {ms:>9} {whole:>9} {score:>9}  {note}", flush=True)


def verdict(name, goal, runs, ms, whole, peers, best):
    parts = []
    if "peer" in goal:
        parts.append((f"no slower than {goal['peer']}", ms <= peers[goal["peer"]]["ms"]))
    if "ms" in goal:
        parts.append((f"{goal['ms']} ms", (whole if name == "country" else ms) <= goal["ms"]))
    if "megabytes" in goal:
        parts.append((f"{goal['megabytes']} MB", max(run["megabytes"] for run in runs) <= goal["megabytes"]))
    if goal.get("proven"):
        parts.append(("proven", all(run["optimal"] for run in runs)))
    if "share" in goal:
        short = (best - min(run["score"] for run in runs)) / best
        parts.append((f"within 0.01 % ({100 * short:.3f} %)", short <= goal["share"]))
    return "; ".join(f"{text}: {'yes' if met else 'MISSED'}" for text, met in parts)


def main():
    name = sys.argv[1]
    with open(sys.argv[2], encoding="utf-8") as handle:
        ours = [json.loads(text) for text in handle]
    with open(sys.argv[3], encoding="utf-8") as handle:
        peers = json.load(handle)
    first = ours[0]
    ms = round(statistics.median(run["solve_ms"] for run in ours))
    whole = round(statistics.median(run["solve_ms"] + run["read_ms"] for run in ours))
    best = int(sys.argv[4]) if len(sys.argv) > 4 else None
    bound = first["bound"]
    proof = "proven" if first["optimal"] else f"{bound['level']} {bound['found']} of at most {bound['best_possible']}"
    placed = "".join(f", class {level}: {count}" for level, count in first["counts"].items())
    memory = max(run["megabytes"] for run in ours)
    goal = verdict(name, GOALS[name], ours, ms, whole, peers, best)
    line(name, "ours", ms, whole, first["score"], f"{proof}{placed}, {memory} MB | goal {goal}")
    agree = not any(run["broken"] for run in ours)
    for peer, result in peers.items():
        if "ms" in result:
            line(name, peer, round(result["ms"]), "", result["score"], "")
            agree &= result["score"] == first["score"]
            continue
        line(name, peer, round(1000 * result["seconds"]), "", result["score"], "proven" if result["optimal"] else "not proven")
        if result["optimal"] and first["optimal"]:
            agree &= all(result[part] == first[part] for part in ("counts", "score", "moves"))
    if not agree:
        sys.exit(f"{name}: the answers differ, or break a rule")


if __name__ == "__main__":
    main()
