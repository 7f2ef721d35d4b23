public import Documents
public import RouteMaps

extension RouteMapper {
    /// The map of a document, made on a thread of its own while the caller waits without one.
    ///
    /// It ends soon after the caller's task is cancelled or the time is over: between its stages, and between the
    /// sentences, places and legs inside them. That takes milliseconds, but for a wait for a router of roads.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - id: What the analyst's decisions call it by, where some hold for one document alone.
    ///   - limit: How long it may take, from now on; nil for as long as it takes.
    /// - Returns: The map; without routes where nothing moves.
    /// - Throws: `MappingError`.
    public func map(
        _ document: Document, id: String? = nil, within limit: Duration?
    ) async throws(MappingError) -> RouteMap {
        let work = Task(executorPreference: WorkExecutor.documents) {
            Result { () throws(MappingError) in try map(document, id: id) }
        }
        let alarm = limit.map { AlarmClock.shared.set(in: $0) { work.cancel() } }
        defer { if let alarm { AlarmClock.shared.cancel(alarm) } }
        let result = await withTaskCancellationHandler {
            await work.value
        } onCancel: {
            work.cancel()
        }
        if case .failure(.cancelled) = result, !Task.isCancelled, let limit {
            throw .tookTooLong(limit: limit)
        }
        return try result.get()
    }

    /// Ends the work on a document where the task that wants it does not any longer.
    func checkCancellation() throws(MappingError) {
        if Task.isCancelled { throw .cancelled }
    }
}
