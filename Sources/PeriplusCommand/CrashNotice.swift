internal import Foundation

/// Says in one line that the program has failed, where the Swift runtime would print pages of addresses.
///
/// Who wants those sets `SWIFT_BACKTRACE`.
enum CrashNotice {
    private static let signals = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT]

    /// Takes the signals by which a fault of the program ends it.
    static func install() {
        guard getenv(WorkerProcess.backtraces) == nil else { return }
        // A stack of its own: that of the program may be what has ended.
        var stack = stack_t()
        stack.ss_size = 1 << 16
        stack.ss_sp = malloc(stack.ss_size)
        guard stack.ss_sp != nil, sigaltstack(&stack, nil) == 0 else { return }
        var action = sigaction()
        action.sa_flags = SA_ONSTACK | Int32(bitPattern: UInt32(SA_RESETHAND))
        action.__sigaction_handler.sa_handler = { _ in
            // Only what is safe in a signal's handler.
            let notice: StaticString = """
                periplus: the program has failed, by a fault of its own; please report it with what it \
                was given (SWIFT_BACKTRACE=enable=yes tells where)

                """
            _ = write(STDERR_FILENO, notice.utf8Start, notice.utf8CodeUnitCount)
            _exit(70)
        }
        for signal in signals { sigaction(signal, &action, nil) }
    }
}
