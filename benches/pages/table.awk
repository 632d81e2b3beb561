# One line for each page: page and its SQL; path, alone, most, p50, p99 and bytes; the same in the small register.
BEGIN {
  FS = "\t"
  printf "%-32s %8s %7s %6s %6s %7s %7s %7s %6s  %s\n", \
    "page", "alone ms", "SQL ms", "x SQL", "x 1000", "most/s", "p50 ms", "p99 ms", "kB", "goals"
}
{
  sql = $2 / 1000; alone = $4 / 1000; most = $5; p50 = $6 / 1000; p99 = $7 / 1000; size = $8 / 1000
  multiple = sql > 0 ? alone / sql : 0
  # A page that has fewer rows in the small register says nothing of how time grows.
  flat = $10 > 0 && $14 > 0.8 * $8 ? $4 / $10 : 0
  slowest = $1 ~ /suggestions/ ? 30 : 50
  missed = ""
  if (multiple > 3) missed = missed " xSQL"
  if (flat > 1.5) missed = missed " flat"
  if (most < 1500) missed = missed " most/s"
  if (p50 >= 5) missed = missed " p50"
  if (p99 >= slowest) missed = missed " p99"
  if (size > 150) missed = missed " kB"
  if ($1 == "/overview" && alone > 100) missed = missed " 100ms"
  printf "%-32s %8.2f %7.2f %6.1f %6s %7d %7.2f %7.2f %6.1f  %s\n", \
    $1, alone, sql, multiple, flat ? sprintf("%.2f", flat) : "short", most, p50, p99, size, missed == "" ? "met" : "missed:" missed
}
