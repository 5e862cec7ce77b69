# Sets up a checkout for the scripts that source this file.
# They set `root`, the checkout, beforehand. Everything said here goes to standard error.

# What the program needs on a bare Debian: Qt, drawing off screen or in a window.
program_packages="libdbus-1-3 libegl1 libfontconfig1 libgl1 libgssapi-krb5-2 libxkbcommon0
libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1"

# What the tests need besides.
test_packages="age minisign poppler-utils qpdf hunspell hunspell-ar hunspell-fr unicode-data
xvfb xdotool openbox dbus at-spi2-core python3-gi gir1.2-atspi-2.0 khal khard"

# What the proofs need besides: Java, for veraPDF.
proof_packages="default-jdk-headless libjaxb-java"

python=$root/.venv/bin/python

say() {
    echo "$*" >&2
}

debian_release() {
    # 12, 13, or nothing on any other system.
    (
        . /etc/os-release
        [ "$ID" = debian ] && echo "$VERSION_ID"
    ) 2>/dev/null || true
}

find_python() {
    for candidate in python3.14 python3.13 python3.12 python3.11 python3; do
        if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null
        then
            command -v "$candidate"
            return
        fi
    done
    say "Python 3.11, 3.12, 3.13 or 3.14 is needed and was not found. Install it and start again."
    return 1
}

missing_packages() {
    installed=" $(dpkg-query -W -f='${Package}:${db:Status-Status} ' "$@" 2>/dev/null || true)"
    for package in "$@"; do
        case $installed in
            *" $package:installed "*) ;;
            *) printf ' %s' "$package" ;;
        esac
    done
}

install_packages() {
    # Arguments: the names of Debian packages. Does nothing on other systems.
    case $(debian_release) in
        12) set -- "$@" libglib2.0-0 ;;
        13) set -- "$@" libglib2.0-0t64 ;;
        *) return 0 ;;
    esac
    # Debian splits venv off its own Python; a Python from elsewhere has it.
    "$base_python" -c 'import ensurepip' 2>/dev/null || set -- "$@" python3-venv
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        say "System packages are missing. Run this line as root, then start again:"
        say "apt-get update && apt-get install -y --no-install-recommends$missing"
        return 1
    fi
    say "Installing system packages:$missing"
    apt-get update -qq >&2
    # Unquoted: one word a package.
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing >&2
}

are_installed() {
    # Arguments: locks. The copies inside .venv say what was installed last.
    for lock in "$@"; do
        cmp -s "$root/$lock" "$root/.venv/$lock" || return 1
    done
}

install_requirements() {
    # Arguments: locks.
    [ -x "$python" ] && are_installed "$@" && return 0
    say "Installing Python packages (a minute or so, the first time only)"
    "$python" -m pip --version >/dev/null 2>&1 || "$base_python" -m venv --clear "$root/.venv" >&2
    (
        cd "$root"
        # One call for all: pip refuses a lock that another one contradicts.
        "$python" -m pip install --quiet --disable-pip-version-check --require-hashes \
            $(printf ' -r %s' "$@") >&2
        cp "$@" .venv
    )
}

set_up() {
    # Sets up what the program needs. Arguments: Debian packages to have besides.
    prepare requirements.lock $program_packages "$@"
}

set_up_for_developers() {
    # The same with the developers' tools.
    prepare "requirements.lock requirements-dev.lock" $program_packages "$@"
}

prepare() {
    # Arguments: the locks, in one word, then the Debian packages.
    locks=$1
    shift
    base_python=$(find_python)
    install_packages "$@"
    install_requirements $locks
    "$python" "$root/scripts/compile_catalogues.py"
}
