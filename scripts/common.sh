# shellcheck shell=bash
# What the other scripts share: where things lie, which tools are wanted, and how to speak and stop.
# Sourced, never run.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT" || exit 1

# Things made on the way that no one needs to keep: the bundled style sheet, the build stamp.
# shellcheck disable=SC2034  # used by those who source this
WORK="$ROOT/.build"

# Programs that cargo compiles (minutes) lie outside the clone, so that the next clone finds them.
TOOLS="${BIEUMAU_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/bieumau/tools}"

say() { printf '· %s\n' "$*" >&2; }

die() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# The version of a cargo tool: package.json is the one place that pins tools.
pinned() { node -p "require('./package.json').tools['$1']"; }

tool_dir() { printf '%s/%s-%s' "$TOOLS" "$1" "$(pinned "$1")"; }
