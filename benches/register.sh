# Made-up registers of any size, kept for the next time, and a server on them. Sourced by the benchmarks that ask for
# pages; `engine` is sqlite or postgres.
port=${PORT:-18080}
cache=${HUSROM_BENCH:-${XDG_CACHE_HOME:-$HOME/.cache}/husrom/bench}
day=2026-03-01
unset HUSROM_DATABASE
export HUSROM_SECURE_COOKIES=false HUSROM_TODAY=$day NO_COLOR=1
work=$(mktemp -d)
server= postgres_home=
trap '[ -z "$server" ] || kill "$server"; stop_postgres; rm -rf "$work"' EXIT

# store NAME: makes the commands that follow use NAME's store, on the engine under way.
store() {
  folder=$cache/$1
  [ "$engine" = postgres ] || return 0
  folder=${HUSROM_BENCH_POSTGRES:-/var/tmp/husrom-bench}/$1
  [ -e "$folder/done" ] || psql --quiet "$HUSROM_TEST_POSTGRES" \
    --command "DROP DATABASE IF EXISTS $1" --command "CREATE DATABASE $1"
  export HUSROM_DATABASE=${HUSROM_TEST_POSTGRES%/postgres}/$1
}

# fill NAME PROFILE: a register that is kept for the next time.
fill() {
  store "$1"
  [ ! -e "$folder/done" ] || return 0
  rm -rf "${folder:?}"; mkdir -p "$folder"
  say "filling $1 on $engine (some minutes, once)"
  dist/husrom init --data "$folder" >/dev/null 2>&1 &&
    dist/husrom demo-data --data "$folder" --profile "$2" --seed 7 --as-of $day >/dev/null && touch "$folder/done" ||
    stop "the register could not be filled" "try husrom demo-data by hand"
}

# serve NAME LOG: starts the server and logs in; sets address, cookie and the milliseconds to the first page.
serve() {
  local began
  store "$1"
  address=127.0.0.1:$port
  began=$(date +%s%N)
  HUSROM_LOG=$2 dist/husrom serve --data "$folder" --port "$port" 2>>"$work/log" & server=$!
  until curl --silent --fail --output /dev/null "http://$address/login"; do sleep 0.01; done
  started=$(( ($(date +%s%N) - began) / 1000000 ))
  cookie=$(curl --silent --output /dev/null --dump-header - --data 'login=saksbehandler&password=fjord-fjell-foss' \
    "http://$address/login" | sed -n 's/^set-cookie: \([^;]*\).*/\1/p')
}

end_server() { kill "$server"; wait "$server" 2>/dev/null; server=; }

page() { curl --silent --cookie "$cookie" "http://$address$1"; }
first_of() { page "/$1" | sed -n "s|.*href=\"\(/$1/[0-9A-Za-z-]\{22,36\}\)\".*|\1|p" | head -n 1; }
