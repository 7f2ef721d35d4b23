/// Where a text stands in the strings of an index.
struct TextSpan {
    var offset: UInt32
    var length: UInt16
}
