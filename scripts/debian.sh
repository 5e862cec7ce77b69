# Minimal Debian systems to try or to build in, for the scripts that source this file as root, with
# git and debootstrap. They set `root`, the checkout, and `bare`, the folder of the system.

suite_of() {
    # Argument: 12 or 13. Prints the name of that Debian; says the usage of the script otherwise.
    case ${1:-} in
        12) echo bookworm ;;
        13) echo trixie ;;
        *)
            echo "$usage" >&2
            return 2
            ;;
    esac
}

timed() {
    # Arguments: what to call the step, then its command.
    step=$1
    shift
    begun=$(date +%s)
    "$@" >"$bare.log" 2>&1 || {
        tail -n 40 "$bare.log" >&2
        echo "Debian $release: $step: FAILED after $(($(date +%s) - begun)) s; all it said is in $bare.log" >&2
        exit 1
    }
    echo "Debian $release: $step: $(($(date +%s) - begun)) s"
}

inside() {
    # Runs a command in a folder of the bare system, as this user. Arguments: user, folder, command.
    user=$1 folder=$2
    shift 2
    # How this computer reaches its package registries holds inside as well.
    env -i $(env | grep -E '^(PIP_INDEX_URL|PIP_DEFAULT_TIMEOUT|https?_proxy|no_proxy)=') \
        PIP_CERT=/etc/registries.crt SSL_CERT_FILE=/etc/registries.crt PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        HOME="$(dirname "$folder")" \
        unshare --mount --pid --fork --kill-child --mount-proc="$bare/proc" \
        chroot --userspec="$user" "$bare" sh -c 'cd "$1" && shift && exec "$@"' sh "$folder" "$@"
}

install_system() {
    # Arguments: packages to have besides the smallest system. Makes a user called person, too.
    debootstrap --variant=minbase ${1:+--include="$1"} "$suite" "$bare"
    cp /etc/resolv.conf "$bare/etc"
    cp /etc/apt/apt.conf.d/* "$bare/etc/apt/apt.conf.d"
    cp /etc/ssl/certs/ca-certificates.crt "$bare/etc/registries.crt"
    [ ! -f /etc/pip.conf ] || cp /etc/pip.conf "$bare/etc"
    mkdir -p "$bare/dev/shm"
    chmod 1777 "$bare/dev/shm"
    chroot "$bare" useradd --create-home person
}
