/// Which of the links that are closed by default a course may use, because of where its ends lie.
struct SeaAccess: OptionSet {
    let rawValue: UInt8

    /// Into waters that ice closes for most of the year.
    static let ice = SeaAccess(rawValue: 1)
    /// Up all rivers and canals.
    static let inland = SeaAccess(rawValue: 2)

    /// Whether a link is open before a text or user says more.
    func opens(_ link: SeaLink) -> Bool {
        link.isOpen || (contains(.ice) && link.isIceBound) || (contains(.inland) && link.isInland)
    }
}
