internal import ArgumentParser

/// The options that every reading command takes.
struct CommonOptions: ParsableArguments {
    @Option(help: "The document's date, as 2023-06-09; overrides a date found in the document.")
    var date: String?

    @Option(help: ArgumentHelp("Where the document comes from.", valueName: "url"))
    var source: String?

    @Option(
        help: ArgumentHelp(
            "The documents' language (ru, fa, zh ...); else told by their words.",
            valueName: "code"))
    var lang: String?

    @OptionGroup var data: DataOptions

    @Option(
        help: ArgumentHelp(
            "Your own decisions: a CSV or GeoJSON of names and places.", valueName: "file"))
    var places: String?

    @Option(
        help: ArgumentHelp(
            "Decisions made on a page of `map` and saved there, or written by hand: JSON, one a line.",
            valueName: "file"))
    var decisions: String?

    @Flag(help: "No progress and no notes on standard error.")
    var quiet = false
}

/// Where the program's data are.
struct DataOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The gazetteer; else PERIPLUS_GAZETTEER, else the program's own.",
            valueName: "path"))
    var gazetteer: String?
}
