internal import ArgumentParser
internal import Foundation

/// Where the program starts: reads the arguments, runs the command, turns failures into exit codes.
@main
enum EntryPoint {
    static func main() async {
        // A closed pipe is then seen by `write`, which ends the program quietly.
        signal(SIGPIPE, SIG_IGN)
        CrashNotice.install()
        do {
            let arguments = LeadingMinus.protect(Array(CommandLine.arguments.dropFirst()))
            var command = try PeriplusCommand.parseAsRoot(arguments)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let error as CommandError {
            StandardError.write(line: "periplus: \(error.description)")
            exit(error.status.rawValue)
        } catch {
            let message = Terminal.harmless(
                PeriplusCommand.fullMessage(for: error), keepsLines: true)
            let status = PeriplusCommand.exitCode(for: error)
            if status.isSuccess {
                print(message)
            } else if !message.isEmpty {
                FileHandle.standardError.write(Data("\(message)\n".utf8))
            }
            exit(status.rawValue)
        }
    }
}
