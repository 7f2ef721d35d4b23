/// Which of the links that are closed by default a course may use, because of where its ends lie.
enum SeaAccess: Comparable {
    /// None.
    case usual
    /// Into waters that ice closes for most of the year.
    case ice
    /// There, and up all rivers and canals.
    case inland

    /// Whether a link is open before a text or user says more.
    func opens(_ link: SeaLink) -> Bool {
        link.isOpen || (self >= .ice && link.isIceBound) || (self == .inland && link.isInland)
    }
}
