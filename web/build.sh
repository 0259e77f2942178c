#!/bin/sh
# The steps of the web build as Maven calls them: build.sh [install] [check] [test] [build]
cd "$(dirname "$0")" || exit 1

command -v node >/dev/null && command -v npm >/dev/null || {
  echo "The web room needs Node 20.19 or newer with npm on the PATH: https://nodejs.org" >&2
  exit 1
}
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' || {
  echo "The web room needs Node 20.19 or newer; this is $(node --version)" >&2
  exit 1
}

# Compared by content: a lock that came with another branch may be older than what is installed.
installed=node_modules/.installed.json
for step in "$@"; do
  case $step in
    install)
      cmp -s package-lock.json $installed ||
        { npm ci --no-audit --no-fund --loglevel=error && cp package-lock.json $installed; }
      ;;
    check | test | build) npm run --silent "$step" ;;
    *) echo "Unknown step: $step" >&2; exit 2 ;;
  esac || { echo "web: the step \"$step\" failed" >&2; exit 1; }
done
