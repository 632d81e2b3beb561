"""Lines of the table for one problem, and a check: where a peer has proven its answer, ours must be worth the same."""

import json
import statistics
import sys


def line(problem, solver, ms, score, note):
    print(f"{problem:22} {solver:>12} {ms:>12} {score if score is not None else '-':>10}  {note}")


def main():
    problem = sys.argv[1]
    with open(sys.argv[2], encoding="utf-8") as handle:
        ours = [json.loads(text) for text in handle]
    with open(sys.argv[3], encoding="utf-8") as handle:
        peers = json.load(handle)
    best = ours[0]
    proof = "proven" if best["optimal"] else f"not proven: {best['bound']}"
    placed = "".join(f", class {level}: {count}" for level, count in best["counts"].items())
    median = statistics.median(run["solve_ms"] for run in ours)
    line(problem, "ours", round(median), best["score"], proof + placed)
    agree = not any(run["broken"] for run in ours)
    if "seconds" in peers:
        note = "proven" if peers["optimal"] else "not proven"
        line(problem, "HiGHS", round(1000 * peers["seconds"]), peers["score"], note)
        if peers["optimal"] and best["optimal"]:
            agree &= all(peers[part] == best[part] for part in ("counts", "score", "moves"))
    else:
        for peer, result in peers.items():
            line(problem, peer, result["ms"], result["score"], "")
            agree &= result["score"] == best["score"]
    if not agree:
        sys.exit(f"{problem}: the answers differ")


if __name__ == "__main__":
    main()
