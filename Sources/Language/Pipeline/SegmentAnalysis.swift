/// What the model found in a segment of a text; tokens count from the segment's start.
struct SegmentAnalysis {
    let segment: Range<Int>
    let tree: ResolvedTree
    let tags: ArraySlice<UInt8>
    let entities: [Entity]
}
