import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Stands in a connection's pipeline before the server's tasks and answers what ``DirectAnswers`` knows.
///
/// Requests of one connection are answered in their order: while one that was passed on has no answer yet, all that follow are
/// passed on too. So are they while the client does not take what was sent: only a task can wait for it.
final class DirectHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let answers: DirectAnswers
    /// A head whose end is still to come: a request with a body is not for here.
    private var held: HTTPRequest?
    private var unanswered = 0
    private var mustFlush = false
    private var peer: String?

    init(_ answers: DirectAnswers) { self.answers = answers }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            if unanswered == 0, context.channel.isWritable, answers.concern(head) {
                held = head
                return
            }
            unanswered += 1
        case .body: passOn(context)
        case .end:
            if let head = held, let answer = answers.answer(head, from: address(context)) {
                held = nil
                return send(answer, context)
            }
            passOn(context)
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if mustFlush {
            mustFlush = false
            context.flush()
        }
        context.fireChannelReadComplete()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { unanswered -= 1 }
        context.write(data, promise: promise)
    }

    /// The head that was held back goes before what is to follow it.
    private func passOn(_ context: ChannelHandlerContext) {
        guard let head = held.take() else { return }
        unanswered += 1
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }

    private func send(_ answer: DirectAnswer, _ context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(.head(answer.head)), promise: nil)
        for part in answer.body { context.write(wrapOutboundOut(.body(part)), promise: nil) }
        context.write(wrapOutboundOut(.end(nil)), promise: nil)
        mustFlush = true
    }

    private func address(_ context: ChannelHandlerContext) -> String {
        if let peer { return peer }
        let address = context.remoteAddress?.ipAddress ?? ""
        peer = address
        return address
    }
}
