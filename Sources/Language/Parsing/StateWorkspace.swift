/// Scratch memory of one state model.
final class StateWorkspace {
    let entered = FloatBuffer()
    let features = FloatBuffer()
    let hidden = FloatBuffer()
    let scores = FloatBuffer()
}
