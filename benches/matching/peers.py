"""What the peers make of the plain problems: SciPy and OR-Tools on the assignment alone.

Usage: peers.py PROBLEM.json RUNS. Prints one line of JSON: for each peer the score and the median milliseconds.
Only the solving is timed, as for our own: reading the file and laying out the table is not.
"""

import json
import statistics
import sys
import time

import numpy
from ortools.graph.python import linear_sum_assignment as ortools_assignment
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching


def median_of(runs, solve):
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        score = solve()
        times.append(1000 * (time.perf_counter() - begun))
    return {"score": int(score), "ms": round(statistics.median(times), 1)}


def main():
    with open(sys.argv[1], encoding="utf-8") as handle:
        file = json.load(handle)
    runs = int(sys.argv[2])
    homes = {line["id"]: at for at, line in enumerate(file["homes"])}
    households = {line["id"]: at for at, line in enumerate(file["households"])}
    rows = numpy.array([households[fit["household"]] for fit in file["fits"]])
    columns = numpy.array([homes[fit["home"]] for fit in file["fits"]])
    scores = numpy.array([fit["score"] for fit in file["fits"]])
    answer = {}
    if len(rows) == len(homes) * len(households):
        table = numpy.zeros((len(households), len(homes)))
        table[rows, columns] = scores

        def dense():
            return table[linear_sum_assignment(table, maximize=True)].sum()

        answer["SciPy dense"] = median_of(runs, dense)
    # The sparse solvers know no nought and want everybody placed: a shift that the sum is corrected for.
    shift = int(scores.max()) + 1
    sparse = csr_matrix((shift - scores, (rows, columns)), shape=(len(households), len(homes)))

    def full():
        chosen = min_weight_full_bipartite_matching(sparse)
        return shift * len(chosen[0]) - sparse[chosen].sum()

    answer["SciPy sparse"] = median_of(runs, full)

    def ortools():
        solver = ortools_assignment.SimpleLinearSumAssignment()
        solver.add_arcs_with_cost(rows, columns, shift - scores)
        solver.solve()
        return shift * solver.num_nodes() - solver.optimal_cost()

    answer["OR-Tools"] = median_of(runs, ortools)
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
