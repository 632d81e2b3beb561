"""An independent model of the problem file, solved by HiGHS: what the best plan is worth.

Usage: oracle.py PROBLEM.json [SECONDS]. Prints one line of JSON: counts, score, moves, optimal, seconds.
Written from the format's description alone; it shares nothing with our solver. Chains are kept by positions
and rings are listed, so it is for small and medium problems.
"""

import json
import sys
import time

import highspy
import numpy

SECONDS_EACH = 600.0


def limit(file, name, default):
    value = file.get(name, default)
    return float("inf") if value is None else value


class Model:
    def __init__(self, file):
        self.households = {line["id"]: line for line in file["households"]}
        self.sitting = {line["home"]: line["id"] for line in file["households"] if line.get("home")}
        self.home_of = {line["id"]: line.get("home") for line in file["households"]}
        self.columns = []  # (list of (household, home), value parts)
        self.rows = {}  # key -> [dict of entries, upper limit]
        self.classes = sorted({l["need_class"] for l in file["households"] if l.get("need_class") is not None})
        self.fits = [f for f in file.get("fits", []) if self.home_of[f["household"]] != f["home"]]
        self.file = file
        self.build()

    def row(self, key, upper, column, entry):
        entries, _ = self.rows.setdefault(key, [{}, upper])
        entries[column] = entries.get(column, 0) + entry

    def column(self, fits):
        """A new column that makes these moves, with what it is worth and what it counts in."""
        at = len(self.columns)
        counts = {level: 0 for level in self.classes}
        score = moves = 0
        for fit in fits:
            household = self.households[fit["household"]]
            score += fit["score"]
            moves += household.get("home") is not None
            if household.get("need_class") is not None:
                counts[household["need_class"]] += 1
            self.row(("household", fit["household"]), 1, at, 1)
            for cap, (homes, listed) in enumerate(self.caps):
                if fit["household"] in listed:
                    change = (fit["home"] in homes) - (household.get("home") in homes)
                    if change:
                        self.row(("cap", cap), self.room[cap], at, change)
        if moves:
            self.row(("moves",), self.max_moves, at, moves)
        self.columns.append([counts[level] for level in self.classes] + [score, -moves])
        return at

    def build(self):
        file = self.file
        self.max_moves = limit(file, "max_moves", 0)
        movers = sum(1 for home in self.home_of.values() if home)
        chain = int(min(limit(file, "max_chain", 3), self.max_moves, movers))
        ring = int(min(limit(file, "max_ring", 2), self.max_moves, movers))
        self.caps = [(set(cap["homes"]), set(cap["households"])) for cap in file.get("caps", [])]
        self.room = []
        for cap, (homes, listed) in zip(file.get("caps", []), self.caps):
            today = sum(1 for household in listed if self.home_of[household] in homes)
            self.room.append(max(cap["at_most"], today) - today)
        self.max_moves = min(self.max_moves, movers)
        for home in self.sitting:
            self.rows[("home", home)] = [{}, 0]
        links = {}
        for fit in self.fits:
            household, home = fit["household"], fit["home"]
            before = self.sitting.get(home)
            if self.home_of[household] is None:
                self.row(("home", home), 0 if before else 1, self.column([fit]), 1)
                continue
            if before is not None:
                links.setdefault(household, []).append((before, fit))
            for place in range(1, 2) if before is None else range(2, chain + 1):
                if place > chain:
                    continue
                at = self.column([fit])
                self.row(("home", home), 0 if before else 1, at, 1)
                self.row(("home", self.home_of[household]), 0, at, -1)
                self.row(("place", household, place), 0, at, -1)
                if before is not None:
                    self.row(("place", before, place - 1), 0, at, 1)
        for found in self.rings(links, ring):
            self.column(found)

    def rings(self, links, longest):
        def walk(first, at, path, seen):
            for before, fit in links.get(at, []):
                if before == first and path:
                    yield path + [fit]
                elif before > first and before not in seen and len(path) + 1 < longest:
                    yield from walk(first, before, path + [fit], seen | {before})

        if longest >= 2:
            for first in sorted(links):
                yield from walk(first, first, [], {first})

    def solve(self, seconds):
        begun = time.monotonic()
        highs = highspy.Highs()
        highs.setOptionValue("output_flag", False)
        highs.setOptionValue("mip_rel_gap", 0.0)
        highs.setOptionValue("mip_abs_gap", 0.5)
        highs.setOptionValue("threads", 1)
        values = numpy.array(self.columns, dtype=float).reshape(len(self.columns), len(self.classes) + 2)
        for _ in self.columns:
            highs.addVar(0.0, 1.0)
        for at in range(len(self.columns)):
            highs.changeColIntegrality(at, highspy.HighsVarType.kInteger)
        for entries, upper in self.rows.values():
            if entries:
                index = numpy.fromiter(entries.keys(), dtype=numpy.int32)
                entry = numpy.fromiter(entries.values(), dtype=float)
                highs.addRow(-highspy.kHighsInf, float(upper), len(index), index, entry)
        best, optimal = [], True
        for level in range(values.shape[1]):
            objective = values[:, level]
            used = numpy.flatnonzero(objective)
            if not len(used):
                best.append(0)
                continue
            for at in range(len(objective)):
                highs.changeColCost(at, -objective[at])
            highs.setOptionValue("time_limit", max(1.0, seconds - (time.monotonic() - begun)) + highs.getRunTime())
            highs.run()
            optimal = optimal and highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
            found = round(float(objective @ numpy.array(highs.getSolution().col_value)))
            best.append(found)
            highs.addRow(float(found) - 0.001, highspy.kHighsInf, len(used), used.astype(numpy.int32), objective[used])
            if not optimal:
                best += [None] * (values.shape[1] - len(best))
                break
        return {
            "counts": {str(level): best[at] for at, level in enumerate(self.classes)},
            "score": best[-2],
            "moves": None if best[-1] is None else -best[-1],
            "optimal": optimal,
            "seconds": round(time.monotonic() - begun, 3),
        }


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as handle:
        model = Model(json.load(handle))
    print(json.dumps(model.solve(float(sys.argv[2]) if len(sys.argv) > 2 else SECONDS_EACH)))
