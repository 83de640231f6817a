#!/usr/bin/env bash
# Installs what the tests with browsers, scripts and feed readers need, where that is possible (Debian, root);
# says how otherwise.
set -u
missing=()
command -v chromium >/dev/null 2>&1 || missing+=(chromium)
command -v node >/dev/null 2>&1 || missing+=(nodejs)
command -v newsboat >/dev/null 2>&1 || missing+=(newsboat)
[ "${#missing[@]}" -eq 0 ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing ${missing[*]} for the tests"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null && exit 0
fi
echo "Some tests will be skipped: install ${missing[*]} (on Debian: apt-get install ${missing[*]}) to enable them."
exit 0
