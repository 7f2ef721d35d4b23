/// Annotations of words met before with the same tag and label.
final class AnnotationCache {
    private static let capacity = 16_384
    private var known: [UInt64: TokenAnnotation] = [:]

    subscript(key: UInt64) -> TokenAnnotation? {
        get { known[key] }
        set {
            if known.count >= Self.capacity { known.removeAll(keepingCapacity: true) }
            known[key] = newValue
        }
    }
}
