internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import Projects

/// Every failure is answered in the same form; what is a fault of ours is noted, and not told.
struct ErrorAnswers: RouterMiddleware {
    typealias Context = ServiceContext

    func handle(
        _ request: Request, context: ServiceContext,
        next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as ServiceError {
            return error.response
        } catch let error as ProjectError {
            if error == .conflict {
                return ServiceError(.conflict, "conflict", error.description).response
            }
            if error == .slow {
                return ServiceError(.unprocessableContent, "too-slow", error.description).response
            }
            context.logger.error("\(error)")
            return ServiceError(
                .internalServerError, "project", "the project cannot be read or written"
            ).response
        } catch let error as any HTTPResponseError {
            if error.status == .notFound { return ServiceError.notFound("such address").response }
            return ServiceError(
                error.status, "http", error.status.reasonPhrase.lowercased()
            ).response
        } catch {
            context.logger.error("\(error)")
            return ServiceError(.internalServerError, "fault", "a fault of the service").response
        }
    }
}
