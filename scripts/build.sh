# shellcheck shell=bash
# Builds the release page into dist/. Sourced after setup.sh, never run.

setup_build() {
  ensure_node
  ensure_rust
  ensure_npm_packages
  ensure_wasm_target
  ensure_cargo_tools
}

# Does nothing when nothing has changed since the last build: wasm-opt alone takes a while.
build_page() {
  local digest
  digest=$(inputs_digest)
  if [ -f dist/index.html ] && [ "$(cat "$WORK/built" 2>/dev/null)" = "$digest" ]; then
    say "dist/ is up to date"
    return
  fi
  say "building the page into dist/"
  rm -f "$WORK/built"
  # trunk builds offline (it would otherwise look for tools of its own), so the crates come first.
  cargo fetch --locked --quiet
  # Once more for the standard library, where that is built too; this needs the target's name.
  [ -z "$WASM_BIN" ] || with_wasm cargo fetch --locked --quiet --target wasm32-unknown-unknown
  TRUNK_SKIP_VERSION_CHECK=true CARGO_ENCODED_RUSTFLAGS=$(rust_flags) with_wasm trunk build --release >&2
  # trunk leaves its lock behind; it is empty and no part of the page.
  rm -f dist/.trunk-lock
  mkdir -p "$WORK"
  printf '%s\n' "$digest" >"$WORK/built"
}

# Everything that could change the page, by content: all files but those listed here, and the compiler.
inputs_digest() {
  {
    with_wasm rustc --version
    find . \( -path ./.git -o -path ./.build -o -path ./target -o -path ./node_modules -o -path ./dist \
      -o -path ./tests -o -path ./docs -o -path ./test-results -o -path ./playwright-report \) -prune \
      -o -type f ! -name '*.md' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
  } | sha256sum
}

# The compiler writes the paths of the crates' files into panic messages. Without the folders of this
# machine the same sources give the same bytes everywhere, and a few KB fewer. Flags are separated
# by the character that CARGO_ENCODED_RUSTFLAGS wants, so a path may contain spaces.
# Two switches make the page smaller: views lose their types where they are put together (leptos), and
# SHA-256 is not unrolled (sha2).
rust_flags() {
  local registry flags=$'--cfg=erase_components\x1f--cfg=sha2_backend="soft"\x1f--cfg=sha2_backend_soft="compact"'
  flags+=$'\x1f-Clink-args=--emit-relocs'
  for registry in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/; do
    flags+="${flags:+$'\x1f'}--remap-path-prefix=${registry%/}=crates"
  done
  printf '%s' "$flags"
}
