import Foundation

/// The target that the environment names by `FUZZ_TARGET`, for libFuzzer; see `FuzzGround` for the rest of it.
public struct Fuzzer: Sendable {
    private let target: any FuzzTarget

    /// Makes the one asked for of some targets; ends the program where it cannot.
    public init(_ targets: [String: FuzzTargetMaker]) {
        let environment = ProcessInfo.processInfo.environment
        let name = environment["FUZZ_TARGET"] ?? ""
        do {
            let ground = try FuzzGround(environment)
            guard let make = targets[name] else {
                throw FuzzGround.Missing(what: "target named \"\(name)\"")
            }
            target = try make(ground)
        } catch {
            FileHandle.standardError.write(Data("fuzz: \(error)\n".utf8))
            exit(64)
        }
    }

    /// Reads one input of libFuzzer's.
    public func run(_ bytes: UnsafePointer<UInt8>?, count: Int) {
        target.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
    }
}
