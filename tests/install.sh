#!/usr/bin/env bash
# Installs what the tests with browsers, scripts and feed readers need, where that is possible (Debian, root);
# says how otherwise.
set -u
missing=()
command -v chromium-headless-shell >/dev/null 2>&1 || missing+=(chromium-headless-shell)
command -v node >/dev/null 2>&1 || missing+=(nodejs)
command -v newsboat >/dev/null 2>&1 || missing+=(newsboat)
[ "${#missing[@]}" -eq 0 ] && exit 0
install() { apt-get install -y -qq --no-install-recommends "$@" >/dev/null; }
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing ${missing[*]} for the tests"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && install "${missing[@]}" && exit 0
    # Where there is no shell without windows, the whole browser does the same, more slowly.
    missing=("${missing[@]/chromium-headless-shell/chromium}")
    install "${missing[@]}" && exit 0
fi
if [ "${missing[*]}" != chromium-headless-shell ] || ! command -v chromium >/dev/null 2>&1; then
    echo "Some tests will be skipped: install ${missing[*]} (on Debian: apt-get install ${missing[*]}) to enable them."
fi
exit 0
