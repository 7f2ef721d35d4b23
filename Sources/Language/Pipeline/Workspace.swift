internal import Synchronization

/// The scratch memory of one thread's work with a model.
///
/// `@unchecked Sendable`: a workspace is used by the one thread that took it from its pool.
final class Workspace: @unchecked Sendable {
    let main: EncoderWorkspace
    let names: EncoderWorkspace
    let tagging = FloatBuffer()
    let parsing = StateWorkspace()
    let annotations = AnnotationCache()

    init(main: Encoder, names: Encoder) {
        self.main = EncoderWorkspace(main)
        self.names = EncoderWorkspace(names)
    }
}

/// Workspaces that are not in use.
final class WorkspacePool: Sendable {
    private let idle = Mutex<[Workspace]>([])

    /// Calls a function with a workspace of its own.
    func with<Result>(_ make: () -> Workspace, _ body: (Workspace) -> Result) -> Result {
        let workspace = idle.withLock { $0.popLast() } ?? make()
        defer { idle.withLock { $0.append(workspace) } }
        return body(workspace)
    }
}
