# Builds the program and its gazetteer when they are missing or older than what they are made from.
# Sourced by the scripts beside this folder, which set `clone`.

# newer_than STAMP PATH... : whether a file under the paths, but for Python's, is newer than the stamp.
newer_than() {
    local stamp=$1
    shift
    [ ! -e "$stamp" ] || [ -n "$(find "$@" -path '*/Sources/Python' -prune -o -newer "$stamp" -type f -print -quit)" ]
}

# build_program : the release program at .build/release/periplus.
build_program() {
    local stamp=$clone/.build/periplus/program.stamp
    newer_than "$stamp" "$clone/Sources" "$clone/Package.swift" || [ ! -x "$clone/.build/release/periplus" ] || return 0
    command -v swift >/dev/null || {
        echo "periplus: needs Swift 6.2 or later on the PATH (swift.org)" >&2
        exit 69
    }
    echo "periplus: building the program; this takes some minutes the first time" >&2
    mkdir -p "$clone/.build/periplus"
    touch "$stamp.new"
    swift build --package-path "$clone" -c release --product periplus >&2
    mv "$stamp.new" "$stamp"
}

# build_static_program : the program with Swift's libraries inside it at .build/package/release/periplus.
build_static_program() {
    command -v swift >/dev/null || {
        echo "periplus: needs Swift 6.2 or later on the PATH (swift.org)" >&2
        exit 69
    }
    swift build --package-path "$clone" --scratch-path "$clone/.build/package" -c release --product periplus \
        --static-swift-stdlib >&2
}

# build_server : the program that `periplus serve` starts, beside the other; its HTTP library takes minutes the first time.
build_server() {
    local stamp=$clone/.build/periplus/server.stamp
    newer_than "$stamp" "$clone/Sources" "$clone/Package.swift" || [ ! -x "$clone/.build/release/periplus-server" ] || return 0
    echo "periplus: building the service; this takes some minutes more the first time" >&2
    mkdir -p "$clone/.build/periplus"
    touch "$stamp.new"
    PERIPLUS_SERVE=1 swift build --package-path "$clone" -c release --product periplus-server >&2
    mv "$stamp.new" "$stamp"
}

# build_gazetteer PROGRAM : the gazetteer at .build/periplus/gazetteer.sqlite.
build_gazetteer() {
    local stamp=$clone/.build/periplus/gazetteer.stamp
    newer_than "$stamp" "$clone/Data/Gazetteer" "$clone/Sources/Gazetteers" || return 0
    echo "periplus: building the gazetteer" >&2
    mkdir -p "$clone/.build/periplus"
    touch "$stamp.new"
    "$1" gazetteer build --quiet -o "$clone/.build/periplus/gazetteer.sqlite" >&2
    mv "$stamp.new" "$stamp"
}

# tests_swift COMMAND OPTION... : `swift build` or `swift test` for the tests, which have a folder of their own, so that they
# can be built while the program is. The kernels in C, and with PERIPLUS_TESTS the rooms that calculate, are optimised: without,
# the reader's model and the sea routes take most of the tests' time.
tests_swift() {
    PERIPLUS_TESTS=1 swift "$1" --package-path "$clone" --scratch-path "$clone/.build/tests" -Xcc -O2 "${@:2}"
}

# module_flags MODULES : what a compiler needs to import the rooms that are built in a folder; one flag a line.
module_flags() {
    local map flag
    printf '%s\n' -I "$1/Modules"
    while IFS= read -r map; do printf '%s\n' -Xcc "-fmodule-map-file=$map"; done \
        < <(find "$clone/Sources" "$clone/.build/tests/checkouts/GRDB.swift" "$1"/C*.build -name module.modulemap)
    for flag in $(pkg-config --cflags proj libxml-2.0 libarchive libcmark-gfm uchardet libcurl); do
        printf '%s\n' -Xcc "$flag"
    done
}
