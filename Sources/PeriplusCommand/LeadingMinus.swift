/// Lets coordinates begin with a minus: "-34.6,-58.4" is a value, not an option.
///
/// The argument parser takes a leading hyphen for an option, so a hyphen before a digit is handed
/// over as the minus sign U+2212, which the reading of coordinates takes for the same.
enum LeadingMinus {
    /// The arguments with protected values.
    static func protect(_ arguments: [String]) -> [String] {
        arguments.map { argument in
            let rest = argument.dropFirst()
            guard argument.first == "-", let next = rest.first, next.isNumber || next == "." else {
                return argument
            }
            return "\u{2212}" + rest
        }
    }

    /// The value as the user wrote it.
    static func restore(_ value: String) -> String {
        value.hasPrefix("\u{2212}") ? "-" + value.dropFirst() : value
    }
}
