internal import Foundation

/// Holds a folder for one writer of gazetteer files; the system lets go of it when the program ends, however it ends.
final class FolderLock: Sendable {
    private let descriptor: Int32

    /// Waits until nobody else holds the folder.
    init(_ folder: URL) {
        descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        // Where the file system knows no locks, or there is no folder, writing itself tells what is wrong.
        while descriptor >= 0, flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    }

    /// Lets others have it: the last thing that its holder does.
    func release() {
        if descriptor >= 0 { flock(descriptor, LOCK_UN) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }
}
