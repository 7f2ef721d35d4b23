/// A failure as the user is told of it: one line, and the exit code.
struct CommandError: Error, CustomStringConvertible {
    /// The exit code.
    let status: ExitStatus
    /// What went wrong, with what, and what to do; one line.
    let description: String

    init(_ status: ExitStatus, _ description: String) {
        self.status = status
        self.description = description.replacing("\n", with: " ")
    }
}
