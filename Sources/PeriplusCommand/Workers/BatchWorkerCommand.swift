internal import ArgumentParser
internal import Foundation
internal import Periplus
internal import RouteMaps
internal import RoutingEngines

/// The hidden command by which `batch` starts its workers: lines come in by one pipe, answers go out by another.
struct BatchWorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch-worker", abstract: "Used by batch.", shouldDisplay: false)

    @OptionGroup var options: MappingOptions

    @Flag(help: "Lines may ask for more than a result.")
    var answersService = false

    func run() throws {
        // What a library may print must not come between the answers.
        let output = dup(STDOUT_FILENO)
        dup2(STDERR_FILENO, STDOUT_FILENO)
        var noCore = rlimit()
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &noCore)
        Self.endWithParent()
        let watch: RouterWatch
        let processor: BatchProcessor
        var service: ServiceProcessor?
        do throws(CommandError) {
            watch = try options.router.watch()
            let mapper = try options.mapper(router: watch.engine)
            processor = BatchProcessor(mapper: mapper)
            if answersService {
                service = ServiceProcessor(
                    processor: processor, gazetteer: mapper.gazetteer,
                    shores: try Engine.shores())
            }
            let made = Array("\(mapper.producer)".utf8)
            Self.send(WorkerFrame(.ready, made), to: output)
        } catch {
            Self.send(
                WorkerFrame(
                    .unable,
                    [UInt8(truncatingIfNeeded: error.status.rawValue)] + error.description.utf8),
                to: output)
            return
        }
        answer(by: processor, service, watch, to: output)
    }

    private func answer(
        by processor: BatchProcessor, _ service: ServiceProcessor?, _ watch: RouterWatch,
        to output: Int32
    ) {
        var frames = FrameBuffer()
        var told = RouterReport()
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = piece.withUnsafeMutableBytes {
                read(STDIN_FILENO, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            piece.withUnsafeBytes { frames.append(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            while let frame = frames.next() {
                let result =
                    frame.kind == .refusal
                    ? Self.refusal(frame.payload, by: processor)
                    : service?.result(for: frame.payload) ?? processor.result(for: frame.payload)
                if let engine = watch.engine {
                    let report = RouterReport(engine.tally)
                    if report != told, let json = try? JSONEncoder().encode(report) {
                        told = report
                        Self.send(WorkerFrame(.router, Array(json)), to: output)
                    }
                }
                Self.send(
                    WorkerFrame(result.isFailure ? .failure : .result, result.line), to: output)
            }
        }
    }

    /// The line that says why there is no result, with the id of the line that asked for one.
    private static func refusal(
        _ payload: [UInt8], by processor: BatchProcessor
    ) -> BatchProcessor.Result {
        let parts = payload.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return processor.result(for: payload) }
        return processor.refusal(
            of: Array(parts[2]), code: String(decoding: parts[0], as: UTF8.self),
            message: String(decoding: parts[1], as: UTF8.self))
    }

    private static func send(_ frame: WorkerFrame, to output: Int32) {
        // The result of a long text is not copied to have its head in front.
        if frame.payload.count < mostJoined {
            send(frame.head + frame.payload, to: output)
        } else {
            send(frame.head, to: output)
            send(frame.payload, to: output)
        }
    }

    /// Bytes that are rather copied than sent apart.
    private static let mostJoined = 1 << 16

    private static func send(_ bytes: [UInt8], to output: Int32) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                write(output, buffer.baseAddress?.advanced(by: sent), buffer.count - sent)
            }
            if count > 0 {
                sent += count
            } else if errno != EINTR {
                Foundation.exit(0)
            }
        }
    }

    /// Ends this process when the one that feeds it is gone, whatever it is at.
    private static func endWithParent() {
        Thread.detachNewThread {
            var input = pollfd(fd: STDIN_FILENO, events: 0, revents: 0)
            while poll(&input, 1, -1) < 0, errno == EINTR {}
            _exit(0)
        }
    }
}
