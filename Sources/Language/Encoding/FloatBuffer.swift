/// Growing scratch memory, aligned to 64 bytes.
package final class FloatBuffer {
    /// The memory.
    package private(set) var base: UnsafeMutablePointer<Float>
    private var capacity: Int

    /// Memory for a number of floats.
    package init(capacity: Int = 64) {
        base = Self.allocate(capacity)
        self.capacity = capacity
    }

    deinit { UnsafeMutableRawPointer(base).deallocate() }

    /// Memory for at least `count` floats; what was there is lost when it grows.
    package func reserve(_ count: Int) -> UnsafeMutablePointer<Float> {
        if count > capacity {
            UnsafeMutableRawPointer(base).deallocate()
            capacity = count
            base = Self.allocate(count)
        }
        return base
    }

    private static func allocate(_ count: Int) -> UnsafeMutablePointer<Float> {
        UnsafeMutableRawPointer.allocate(byteCount: count * 4, alignment: 64)
            .bindMemory(to: Float.self, capacity: count)
    }
}
