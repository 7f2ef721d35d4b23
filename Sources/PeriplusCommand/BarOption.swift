internal import ArgumentParser
internal import Periplus

/// How sure a route must be.
struct BarOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How sure a route must be to be given, from 0 to 1; else the model's own bar.",
            valueName: "share"))
    var bar: Double?

    func validate() throws {
        if let bar, !(0...1).contains(bar) {
            throw ValidationError("--bar takes a share from 0 to 1")
        }
    }
}
