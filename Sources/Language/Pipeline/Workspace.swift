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
