# Debian packages: which are missing, and how they come. Sourced by the scripts beside this folder.

# What the program is built from and runs with. libproj-dev brings libcurl's headers, in the one of their packages
# that is there.
program_packages=(libproj-dev libsqlite3-dev libxml2-dev libarchive-dev libuchardet-dev libcmark-gfm-dev
    libcmark-gfm-extensions-dev pkg-config librsvg2-bin poppler-utils fonts-dejavu-core)
# What the tests read its files with.
test_packages=(gdal-bin python3-gdal chromium chromium-driver python3-venv)

# missing_packages NAME... : prints those that are not installed.
missing_packages() {
    local name
    for name in "$@"; do
        [ -e "/var/lib/dpkg/info/$name.list" ] || ls /var/lib/dpkg/info/"$name":*.list >/dev/null 2>&1 || echo "$name"
    done
}

# install_packages NAME... : installs the missing ones; says so, and needs root or sudo only then.
install_packages() {
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [ "${#missing[@]}" -gt 0 ] || return 0
    if ! command -v apt-get >/dev/null; then
        echo "periplus: please install: ${missing[*]} (no apt-get on this system)" >&2
        exit 69
    fi
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || {
            echo "periplus: please install as root: apt-get install ${missing[*]}" >&2
            exit 69
        }
        as_root=(sudo)
    fi
    echo "periplus: installing ${missing[*]}" >&2
    "${as_root[@]}" apt-get update -q >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "${missing[@]}" >&2
}
