# Virtual environments of pinned packages. Sourced by the scripts beside this folder.

# python_tools REQUIREMENTS FOLDER : a virtual environment with the packages of a file, made anew when that changes.
python_tools() {
    cmp -s "$1" "$2/requirements.txt" && return 0
    echo "periplus: installing the packages of $1" >&2
    rm -rf "$2"
    python3 -m venv "$2"
    "$2/bin/pip" install --quiet --disable-pip-version-check -r "$1" >&2
    cp "$1" "$2/requirements.txt"
}
