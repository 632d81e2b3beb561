# What the commands in bin/ share. Sourced, not run.
# shellcheck shell=bash
set -u

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

# One target folder for every clone on this machine, so that a fresh clone builds warm.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/husrom/target}

say() { printf '%s\n' "$*" >&2; }
stop() { say "error: $1"; say "hint: $2"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# need WHAT…: installs what this machine lacks of compiler, node, fonts of the letters and so on,
# in one apt-get where that is allowed; otherwise says what to install.
need() {
  local what packages=()
  have cargo || stop "the Rust toolchain is missing" "install it from rustup.rs, or your distribution, and run again"
  for what in "$@"; do
    case $what in
      compiler) have cc || packages+=(gcc libc6-dev) ;;
      node) { have node && have npm; } || packages+=(nodejs npm) ;;
      chromium) have chromium || packages+=(chromium fonts-liberation) ;;
      postgresql) [ -n "$(postgres_folder)" ] || packages+=(postgresql) ;;
      fonts) have_fonts || packages+=(fonts-inter fonts-noto-core) ;;
      pdf) have pdftotext || packages+=(poppler-utils) ;;
      pango) ldconfig -p | grep -q libpangoft2-1 || packages+=(libpango-1.0-0 libpangoft2-1.0-0) ;;
      python) python3 -c 'import ensurepip' 2>/dev/null || packages+=(python3-venv) ;;
      *) stop "nobody knows how to install $what" "add it to need() in bin/lib.sh" ;;
    esac
  done
  if [ ${#packages[@]} -gt 0 ]; then install_debian "${packages[@]}"; fi
}

# The fonts that letters/build.rs puts into the program.
have_fonts() {
  [ -n "${HUSROM_FONTS:-}" ] ||
    { [ -e /usr/share/fonts/opentype/inter/Inter-Regular.otf ] && [ -e /usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf ]; }
}

install_debian() {
  local root=()
  [ "$(id -u)" = 0 ] || root=(sudo -n)
  if ! have apt-get || ! "${root[@]}" true 2>/dev/null; then
    stop "this machine lacks: $*" "as an administrator: apt-get install $*"
  fi
  say "installing $*"
  # Debian would make and start a database server of its own; we only want its programs.
  if [ ! -e /etc/postgresql-common ]; then
    "${root[@]}" mkdir -p /etc/postgresql-common/createcluster.d
    echo 'create_main_cluster = false' | "${root[@]}" tee /etc/postgresql-common/createcluster.d/husrom.conf >/dev/null
  fi
  "${root[@]}" apt-get update -qq
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2 ||
    stop "apt-get could not install $*" "see its message above, mend it and run again"
}

# The test runner. Built outside our target folder, which would otherwise keep its parts.
need_nextest() {
  cargo nextest --version >/dev/null 2>&1 && return
  say "installing cargo-nextest (some minutes, once)"
  env -u CARGO_TARGET_DIR cargo install --quiet --locked cargo-nextest ||
    stop "cargo-nextest could not be installed" "cargo install --locked cargo-nextest"
}

# The checker of accessible PDF, for the tests of the letters: its address goes to HUSROM_PDFUA.
need_pdfua() {
  local home=${XDG_CACHE_HOME:-$HOME/.cache}/husrom/pdfua
  export HUSROM_PDFUA=$home/bin/pdfua
  [ -x "$HUSROM_PDFUA" ] && return
  need python
  python3 -m venv "$home" && "$home/bin/pip" install --quiet pdfua==0.1.3 ||
    stop "pdfua could not be installed" "see pip's message above"
}

# Styles, scripts and fonts into assets/dist; the packages are fetched only when the lock file is newer.
build_assets() {
  if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then npm ci --no-audit --no-fund || return; fi
  npm run --silent build
}

# The folder with initdb and pg_ctl; Debian keeps it out of PATH.
postgres_folder() {
  local newest
  newest=$(find /usr/lib/postgresql/*/bin -name initdb 2>/dev/null | sort -V | tail -n 1)
  dirname "${newest:-$(command -v initdb)}" 2>/dev/null | grep -v '^\.$'
}

# start_postgres: a throwaway PostgreSQL that only this machine's user can reach, through a socket in a folder of
# its own, and that forgets durability for speed (not so `start_postgres durable`). Its address goes to
# HUSROM_TEST_POSTGRES; stop_postgres removes it, unless it has a FOLDER to be kept in: `start_postgres durable FOLDER`.
start_postgres() {
  postgres_programs=$(postgres_folder) postgres_kept=${2:-}
  postgres_home=${postgres_kept:-$(mktemp -d /tmp/husrom-postgres.XXXXXX)}
  mkdir -p "$postgres_home"
  if [ "$(id -u)" = 0 ]; then chown "$(server_user)" "$postgres_home"; fi
  if [ ! -e "$postgres_home/data/PG_VERSION" ] && ! as_server initdb --pgdata="$postgres_home/data" --username=husrom --auth=trust --encoding=UTF8 --locale=C \
    --no-sync >"$postgres_home.log" 2>&1; then cat "$postgres_home.log" >&2; return 1; fi
  local settings="-c listen_addresses= -c unix_socket_directories=$postgres_home -c max_connections=200"
  [ "${1:-}" = durable ] || settings+=" -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
  if ! as_server pg_ctl --pgdata="$postgres_home/data" --log="$postgres_home/log" --options="$settings" --wait start \
    >>"$postgres_home.log" 2>&1; then cat "$postgres_home.log" "$postgres_home/log" >&2; return 1; fi
  export HUSROM_TEST_POSTGRES="postgres://husrom@${postgres_home//\//%2F}/postgres"
}

stop_postgres() {
  [ -n "${postgres_home:-}" ] || return 0
  as_server pg_ctl --pgdata="$postgres_home/data" --mode=$([ -n "$postgres_kept" ] && echo fast || echo immediate) stop >/dev/null 2>&1
  [ -n "$postgres_kept" ] || rm -rf "$postgres_home"
  rm -f "$postgres_home.log"
  postgres_home=
}

# PostgreSQL refuses to run as root, so root lends it another user.
server_user() { if id postgres >/dev/null 2>&1; then echo postgres; else echo nobody; fi; }
as_server() (
  program=$postgres_programs/$1
  shift
  cd /
  if [ "$(id -u)" = 0 ]; then runuser -u "$(server_user)" -- "$program" "$@"; else "$program" "$@"; fi
)
