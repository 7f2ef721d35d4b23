internal import CKernels

/// What instructions the transformer's arithmetic may use, each set with those before it.
public enum InstructionSet: Int32, Sendable, CaseIterable, Comparable {
    /// Those of any processor.
    case plain
    /// AVX2 and FMA.
    case avx2
    /// AVX-512 with VNNI.
    case vnni
    /// AMX tiles of 8-bit numbers.
    case amx

    /// The widest that this processor has and the system lets this process use.
    public static var widest: InstructionSet {
        InstructionSet(rawValue: pk_instructions()) ?? .plain
    }

    /// The narrower set comes first.
    public static func < (one: InstructionSet, other: InstructionSet) -> Bool {
        one.rawValue < other.rawValue
    }
}
