import Fuzzing

private let fuzzer = Fuzzer(ReaderTargets.all)

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    fuzzer.run(bytes, count: count)
    return 0
}
