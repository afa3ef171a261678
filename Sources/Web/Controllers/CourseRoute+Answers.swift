import Academy
import HTTPTypes
import Hummingbird

extension CourseRoute {
    func answer(
        _ method: HTTPRequest.Method, _ request: Request, _ context: WebContext, _ site: Site
    ) async throws -> Response {
        let (forms, deeds) = (site.courseForms, site.courseDeeds)
        let isPost = method == .post
        return switch self {
        case .create where isPost: try await forms.create(request, context)
        case .create: try await forms.blank(context)
        case .edit(let course) where isPost: try await forms.save(.init(course), request, context)
        case .edit(let course): try await forms.show(.init(course), context)
        case .duplicate(let course) where isPost: try await deeds.duplicate(.init(course), request, context)
        case .duplicate(let course): try await deeds.series(.init(course), context)
        case .move(let course) where isPost: try await deeds.move(.init(course), request, context)
        case .move(let course): try await deeds.moveForm(.init(course), context)
        case .cancel(let course) where isPost: try await deeds.cancel(.init(course), request, context)
        case .cancel(let course): try await deeds.cancelForm(.init(course), context)
        case .walkIn(let course) where isPost: try await site.walkIns.register(.init(course), request, context)
        case .walkIn(let course): try await site.walkIns.show(.init(course), context)
        case .calendar(let application): try await deeds.calendar(.init(application), context)
        }
    }
}
