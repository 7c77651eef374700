# shellcheck shell=bash
# The stages of ./test, one function each. Sourced by it, never run.

# The pinned versions agree with each other.
stage_versions() { node scripts/versions.mjs; }

stage_format() {
  ensure_rust_linters
  cargo fmt --check
}

# Once as it is tested natively, once as it is shipped.
stage_lint() {
  ensure_rust_linters
  cargo clippy --locked --all-targets -- -D warnings
  with_wasm cargo clippy --locked --target wasm32-unknown-unknown --lib --bins --test web -- -D warnings
}

# The core, without a browser.
stage_native() { cargo test --locked --lib --test it -- "$@"; }

# Exported workbooks, computed anew and saved by LibreOffice, where it can be had.
# BIEUMAU_FORMS=10000 ./test soffice tries so many random forms.
stage_soffice() {
  if ! ensure_soffice; then
    say "LibreOffice cannot be installed here: its test is left out"
    return
  fi
  cargo test --locked --test soffice -- --nocapture "$@"
}

# The examples in the documentation of the core.
stage_doc() { cargo test --locked --doc -- "$@"; }

# What programs that we did not write make of our files.
stage_judges() { node --test tests/judges/; }

# What touches the browser, in a headless one.
stage_web() {
  ensure_browser
  # The arguments of the browser stand in webdriver.json; only its place differs by machine.
  mkdir -p "$WORK"
  node -e '
    const capabilities = JSON.parse(fs.readFileSync("webdriver.json", "utf8"));
    capabilities["goog:chromeOptions"].binary = process.env.CHROME;
    fs.writeFileSync(process.argv[1], JSON.stringify(capabilities));' "$WORK/webdriver.json"
  with_wasm env \
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
    WASM_BINDGEN_TEST_WEBDRIVER_JSON="$WORK/webdriver.json" \
    WASM_BINDGEN_TEST_TIMEOUT=120 \
    cargo test --locked --target wasm32-unknown-unknown --no-default-features --test web -- "$@"
}

stage_build() { build_page; }

# What a first visit loads stays within its budget.
stage_size() { node scripts/size.mjs dist; }

# What is built uses nothing that the oldest browsers lack.
stage_compat() { node --test tests/compat/; }

# The built page, as people use it.
stage_browser() {
  ensure_browser
  ensure_old_chromium
  ensure_firefox
  [ -f dist/index.html ] || die "there is no page in dist/ yet: ./test build browser"
  playwright test "$@"
}

# The main job in WebKit, where its driver can be had.
stage_webkit() {
  if ! ensure_webkit; then
    say "no driver for WebKit can be installed here: its test is left out"
    return
  fi
  xvfb-run --auto-servernum env WEBKIT_DISABLE_COMPOSITING_MODE=1 node --test tests/webkit/
}
