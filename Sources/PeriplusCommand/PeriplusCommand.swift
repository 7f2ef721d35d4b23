internal import ArgumentParser

/// `periplus`: text in, routes on a map out.
@main
struct PeriplusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "periplus")
}
