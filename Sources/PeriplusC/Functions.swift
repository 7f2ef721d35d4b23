internal import Foundation
internal import Periplus

// The functions of `periplus.h`; what they mean is said there.

/// What a `periplus_mapper` points to.
private final class Handle: Sendable {
    let processor: BatchProcessor

    init(data: String?) throws(PeriplusError) {
        let folder: DataDirectory
        if let data {
            folder = DataDirectory(folder: URL(filePath: data, directoryHint: .isDirectory))
        } else {
            folder = try .located()
        }
        processor = BatchProcessor(mapper: try RouteMapper(data: folder))
    }
}

/// Opens the pipeline: `periplus_open`.
@_cdecl("periplus_open")
public func periplusOpen(
    _ data: UnsafePointer<CChar>?, _ error: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> OpaquePointer? {
    error?.pointee = nil
    do throws(PeriplusError) {
        let handle = try Handle(data: data.map { String(cString: $0) })
        return OpaquePointer(Unmanaged.passRetained(handle).toOpaque())
    } catch let failure {
        error?.pointee = strdup(failure.description)
        return nil
    }
}

/// Maps a document: `periplus_map`.
@_cdecl("periplus_map")
public func periplusMap(
    _ mapper: OpaquePointer?, _ request: UnsafePointer<CChar>?, _ length: Int,
    _ answerLength: UnsafeMutablePointer<Int>?,
    _ error: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> UnsafeMutablePointer<CChar>? {
    error?.pointee = nil
    answerLength?.pointee = 0
    guard let mapper, let request, length >= 0 else {
        error?.pointee = strdup("periplus_map: mapper or request is NULL")
        return nil
    }
    let handle = Unmanaged<Handle>.fromOpaque(UnsafeRawPointer(mapper)).takeUnretainedValue()
    let bytes = UnsafeRawBufferPointer(start: request, count: length)
    let line = handle.processor.result(for: Array(bytes)).line
    guard let memory = malloc(line.count + 1) else {
        error?.pointee = strdup("periplus_map: no memory for the answer")
        return nil
    }
    let answer = memory.bindMemory(to: CChar.self, capacity: line.count + 1)
    UnsafeMutableRawBufferPointer(start: memory, count: line.count).copyBytes(from: line)
    answer[line.count] = 0
    answerLength?.pointee = line.count
    return answer
}

/// Frees what was given out: `periplus_free`.
@_cdecl("periplus_free")
public func periplusFree(_ bytes: UnsafeMutableRawPointer?) {
    free(bytes)
}

/// Closes a mapper: `periplus_close`.
@_cdecl("periplus_close")
public func periplusClose(_ mapper: OpaquePointer?) {
    guard let mapper else { return }
    Unmanaged<Handle>.fromOpaque(UnsafeRawPointer(mapper)).release()
}

/// The library's version: `periplus_version`.
@_cdecl("periplus_version")
public func periplusVersion() -> UnsafeMutablePointer<CChar>? {
    strdup(RouteMapper.version)
}
