import Foundation

/// Called by libFuzzer with each input; the environment says which target reads it.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    Fuzzer.shared.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}

/// What the environment asks for: `FUZZ_TARGET`, and `FUZZ_DATA`, the `Data` folder of the clone, with
/// `FUZZ_GAZETTEER` and `FUZZ_SCRATCH`, a folder for files.
struct Fuzzer: Sendable {
    static let shared = Fuzzer()

    private let target: any FuzzTarget

    private init() {
        let environment = ProcessInfo.processInfo.environment
        let name = environment["FUZZ_TARGET"] ?? ""
        do {
            let ground = try FuzzGround(environment)
            guard let make = FuzzTargets.all[name] else {
                throw FuzzGround.Missing(what: "a target named \"\(name)\"")
            }
            target = try make(ground)
        } catch {
            FileHandle.standardError.write(Data("fuzz: \(error)\n".utf8))
            exit(64)
        }
    }

    func run(_ bytes: [UInt8]) { target.run(bytes) }
}
