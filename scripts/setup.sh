# shellcheck shell=bash
# Brings what the build and the tests need onto the machine. Sourced after common.sh, never run.
#
# Every `ensure_…` looks first and returns at once when there is nothing to do. Needed beforehand are
# only Rust (with rustup, as a rule), Node 20 or newer, and the package registries.

# Where the compiler for WebAssembly lies, and what it needs in its environment. Both are empty where
# rustup has the target.
WASM_BIN=
WASM_ENV=()

# Runs a command that compiles to WebAssembly.
with_wasm() { env "PATH=${WASM_BIN:+$WASM_BIN:}$PATH" "${WASM_ENV[@]}" "$@"; }

ensure_node() {
  have node || die "Node.js 20 or newer is needed (https://nodejs.org/)"
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || die "Node.js 20 or newer is needed; this is $(node --version)"
}

ensure_rust() { have cargo || die "Rust is needed (https://rustup.rs/)"; }

# rustfmt and clippy belong to rustup's usual profile, but not to its minimal one.
ensure_rust_linters() {
  cargo fmt --version >/dev/null 2>&1 || rustup component add rustfmt
  cargo clippy --version >/dev/null 2>&1 || rustup component add clippy
}

# The stamp lies inside node_modules, so it goes when node_modules goes.
ensure_npm_packages() {
  local stamp=node_modules/.bieumau-lock
  cmp -s package-lock.json "$stamp" && return
  say "npm packages"
  npm ci --ignore-scripts --no-audit --no-fund >&2
  cp package-lock.json "$stamp"
}

ensure_wasm_target() {
  local target=wasm32-unknown-unknown
  if [ -z "${BIEUMAU_DEBIAN_RUST:-}" ]; then
    [ -d "$(rustc --print sysroot)/lib/rustlib/$target/lib" ] && return
    say "the compilation target $target"
    have rustup && rustup target add "$target" >&2 && return
  fi
  use_debian_compiler
}

# Where rustup cannot fetch the target: Debian's compiler comes with the source of the standard
# library, and cargo builds that along with the page. Native builds keep the usual compiler.
use_debian_compiler() {
  say "rustup does not serve the target; building the standard library with Debian's compiler"
  local packages=(rustc-web cargo-web rust-web-src libstd-rust-web-dev rust-web-clippy)
  dpkg-query --show "${packages[@]}" >/dev/null 2>&1 || install_debian_packages "${packages[@]}"
  # Links in a folder of their own, because /usr/bin first on PATH would also bring old tools forward.
  WASM_BIN="$TOOLS/debian-rust"
  mkdir -p "$WASM_BIN"
  local program
  for program in cargo rustc cargo-clippy clippy-driver; do
    ln -sf "/usr/bin/$program" "$WASM_BIN/$program"
  done
  WASM_ENV=(RUSTC_BOOTSTRAP=1 "CARGO_UNSTABLE_BUILD_STD=std,panic_abort")
  local host linker
  host=$(rustc -vV | sed -n 's/^host: //p')
  linker="$(rustc --print sysroot)/lib/rustlib/$host/bin/rust-lld"
  [ ! -x "$linker" ] || WASM_ENV+=("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$linker")
}

# Sets PATH so that trunk finds these very versions; it would otherwise download its own.
ensure_cargo_tools() {
  # Not --locked: the lock file inside wasm-bindgen-cli 0.2.130 names a release so new that some
  # registries hold it back. Any compatible releases will do.
  ensure_cargo_tool wasm-bindgen wasm-bindgen-cli
  # trunk asks for a newer compiler than it needs.
  ensure_cargo_tool trunk trunk --locked --ignore-rust-version
  ensure_cargo_tool wasm-split-cli wasm_split_cli_support --locked --features build-binary
  PATH="$(tool_dir trunk)/bin:$(tool_dir wasm-bindgen)/bin:$(tool_dir wasm-split-cli)/bin:$ROOT/node_modules/.bin:$PATH"
  export PATH
}

# ensure_cargo_tool <program> <crate> [cargo install options]
ensure_cargo_tool() {
  local program=$1 crate=$2 version dir
  version=$(pinned "$program")
  dir=$(tool_dir "$program")
  shift 2
  # What cargo notes of its own work: not every program can say its version.
  [ -x "$dir/bin/$program" ] && grep -qs "\"$crate $version " "$dir/.crates2.json" && return
  say "compiling $program $version, once for this machine (some minutes)"
  mkdir -p "$dir"
  # From the folder of the tools and without the caller's flags: this is not a build of the page.
  (cd "$dir" && env -u CARGO_TARGET_DIR -u RUSTFLAGS -u CARGO_BUILD_TARGET \
    cargo install --root "$dir" --version "$version" "$@" "$crate" >&2)
}

# Sets CHROME and CHROMEDRIVER, or keeps them where the caller has set them.
ensure_browser() {
  find_browser && return
  say "Chromium"
  install_debian_packages chromium chromium-driver
  find_browser || die "no Chromium with a ChromeDriver found: put both on PATH, or name them in CHROME and CHROMEDRIVER"
}

find_browser() {
  CHROME=${CHROME:-$(first_of chromium chromium-browser google-chrome google-chrome-stable chrome)}
  CHROMEDRIVER=${CHROMEDRIVER:-$(first_of chromedriver chromium.chromedriver)}
  export CHROME CHROMEDRIVER
  [ -n "$CHROME" ] && [ -n "$CHROMEDRIVER" ]
}

# Sets CHROME_109: the last Chromium for Windows 7, which npm has as a compressed program.
ensure_old_chromium() {
  CHROME_109="$TOOLS/chromium-109/chromium"
  export CHROME_109
  [ -x "$CHROME_109" ] && return
  say "Chromium 109"
  mkdir -p "$(dirname "$CHROME_109")"
  node -e '
    const [from, to] = process.argv.slice(1);
    fs.writeFileSync(`${to}.part`, zlib.brotliDecompressSync(fs.readFileSync(from)), { mode: 0o755 });
    fs.renameSync(`${to}.part`, to);' node_modules/@sparticuz/chromium/bin/chromium.br "$CHROME_109"
}

# Sets FIREFOX, or keeps it where the caller has set it.
ensure_firefox() {
  FIREFOX=${FIREFOX:-$(first_of firefox-esr firefox)}
  if [ -z "$FIREFOX" ]; then
    say "Firefox ESR"
    install_debian_packages firefox-esr
    FIREFOX=$(first_of firefox-esr firefox)
  fi
  [ -n "$FIREFOX" ] || die "no Firefox found: put it on PATH, or name it in FIREFOX"
  export FIREFOX
}

# Sets WEBKIT_DRIVER and WEBKIT_BROWSER; fails where Debian's packages are not to be had.
ensure_webkit() {
  find_webkit && return
  have apt-get || return 1
  say "WebKit with its driver"
  (install_debian_packages webkit2gtk-driver xvfb xauth) && find_webkit
}

find_webkit() {
  WEBKIT_DRIVER=$(first_of WebKitWebDriver)
  WEBKIT_BROWSER=$(find /usr/lib -path '*/webkit2gtk-4.1/MiniBrowser' 2>/dev/null | head -n 1)
  export WEBKIT_DRIVER WEBKIT_BROWSER
  [ -n "$WEBKIT_DRIVER" ] && [ -n "$WEBKIT_BROWSER" ] && have xvfb-run
}

# Sets SOFFICE, or keeps it where the caller has set it; fails where LibreOffice Calc is not to be had.
ensure_soffice() {
  SOFFICE=${SOFFICE:-$(first_of soffice libreoffice)}
  export SOFFICE
  [ -n "$SOFFICE" ] && return
  have apt-get || return 1
  say "LibreOffice Calc"
  (install_debian_packages libreoffice-calc-nogui) || return 1
  SOFFICE=$(first_of soffice libreoffice)
  [ -n "$SOFFICE" ]
}

# The path of the first of these programs that is on PATH, or nothing.
first_of() {
  local name
  for name in "$@"; do command -v "$name" && return; done
  true
}

install_debian_packages() {
  have apt-get || die "please install: $* (there is no apt-get here to do it)"
  local sudo=()
  if [ "$(id -u)" -ne 0 ]; then
    have sudo || die "please install as root: apt-get install $*"
    sudo=(sudo)
    # No one sits at the keyboard in continuous integration: fail instead of asking for a password.
    [ -t 0 ] || sudo=(sudo -n)
  fi
  "${sudo[@]}" apt-get update -q >&2 || say "apt-get update failed; trying with the lists that are here"
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -qy --no-install-recommends "$@" >&2 || die "please install: $*"
}
