/// Kept connections to one server, each of which has a question out all the time: when one is answered, it asks the next.
///
/// With one of them the server waits for the client in every turn, and each waking is on its account; with many it finds
/// the next question there when it has answered one. One thread serves all, because answers come faster than it asks.
struct KeptConnections {
    private let clients: [LoopbackClient]

    /// What to ask for, and what the page must hold.
    struct Question {
        let path: String
        var wanted: [String] = []
        var cookie = ""
    }

    init(_ count: Int, to port: UInt16) throws {
        clients = try (0..<count).map { _ in try LoopbackClient(port: port) }
    }

    /// Asks so many questions and looks at each answer: anything but 200 with what is wanted in it is thrown.
    func ask(_ count: Int, _ question: (Int) throws -> Question) throws {
        var out: [Question?] = clients.map { _ in nil }
        for number in 0..<count + clients.count {
            let place = number % clients.count
            if let asked = out[place] { try examine(clients[place], asked) }
            out[place] = number < count ? try question(number) : nil
            // Each visitor asks a few times, as visitors do; otherwise the limit would be measured.
            let visitor = "10.0.\(number / 250 % 80).\(number % 250 + 1)"
            if let next = out[place] { try clients[place].send(next.path, visitor: visitor, cookie: next.cookie) }
        }
    }

    private func examine(_ client: LoopbackClient, _ asked: Question) throws {
        let status = try client.receive()
        guard status == 200 else { throw Unmeasurable(reason: "\(asked.path) answered \(status)") }
        for text in asked.wanted where !client.holds(text) {
            throw Unmeasurable(reason: "\(asked.path) answered without “\(text)”")
        }
    }
}
