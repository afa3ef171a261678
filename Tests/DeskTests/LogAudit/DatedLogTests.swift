import Academy
import Attestation
import Digests
import Foundation
import Records
import SQL
import Sealing
import Testing

@testable import Desk

@Suite struct `The log's date` {
    @Test func `is put to every checkpoint, published with it, and never holds an issue back`() async throws {
        let authority = try LocalAuthority()
        let test = try await TestOffice(timekeeper: authority)
        let course = try await test.course()
        test.setToNow()
        let first = try await test.officer(1, on: course)
        _ = try await test.issue(first, course, by: TestOffice.caller(first))
        #expect(try await DateLog(test.office)() == 1)
        #expect(try await DateLog(test.office)() == 0)

        authority.goAway(true)
        for number in 2...3 {
            let officer = try await test.officer(number, on: course)
            let outcome = try await test.issue(officer, course, by: TestOffice.caller(officer))
            #expect(outcome.record != nil)
        }
        await #expect(throws: SealingProblem.timestamp("away")) { try await DateLog(test.office)() }
        #expect(try await VerifyLog(test.office)().dated == 1)
        authority.goAway(false)
        #expect(try await DateLog(test.office)() == 2)

        let certificate = try CertificateChain(pem: authority.certificate).own.der
        let report = try await VerifyLog(test.office)(anchors: [certificate])
        #expect(report.faults == [])
        #expect(report.dated == 3)
        #expect(report.authorities == ["/CN=TSA"])
        let note = try await ReadPublished(test.office)(.datedCheckpoint(2))
        let token = try await ReadPublished(test.office)(.timestamp(2))
        let files = Files()
        _ = try await ExportPublished(test.office)() { files.add($0) }
        #expect(files.all.contains(note) && files.all.contains(token))
        let text = String(decoding: note.bytes, as: UTF8.self)
        #expect(SignedNote(text: text).flatMap { LogCheckpoint(body: $0.body) }?.size == 2)
        for missing in [PublishedPath.timestamp(4), .datedCheckpoint(4)] {
            await #expect(throws: Refusal.notFound) { try await ReadPublished(test.office)(missing) }
        }
        await test.close()
    }

    @Test func `of a log that had none is that of its head`() async throws {
        let authority = try LocalAuthority()
        let test = try await TestOffice(timekeeper: authority)
        let course = try await test.course()
        for number in 1...3 {
            let officer = try await test.officer(number, on: course)
            _ = try await test.issue(officer, course, by: TestOffice.caller(officer))
        }
        #expect(try await DateLog(test.office)() == 1)
        #expect(try await test.office.database.read(.long) { try LogDates.sizes(in: $0) } == [3])
        await test.close()
    }

    @Test func `is believed of the authorities that are named, and of those alone`() async throws {
        let world = try await DatedWorld()
        let stranger = try CertificateChain(pem: try LocalAuthority().certificate).own.der
        let report = try await VerifyLog(world.test.office)(anchors: [stranger])
        #expect(report.faults.map(\.problem) == [.dateForged, .dateForged])
        #expect(report.faults.map(\.leaf) == [0, 1])
        #expect(report.dated == 0)
        await world.test.close()
    }

    private static let crimes: [SQL] = [
        "UPDATE log_date SET token = (SELECT token FROM log_date WHERE size = 1) WHERE size = 2",
        "UPDATE log_date SET token = zeroblob(900) WHERE size = 2",
    ]

    @Test(arguments: 0..<2)
    func `is found out when it is another checkpoint's or nobody's`(crime: Int) async throws {
        let world = try await DatedWorld()
        try await world.test.office.database.write { _ = try $0.execute(Self.crimes[crime]) }
        let report = try await VerifyLog(world.test.office)()
        #expect(report.faults.map(\.problem) == [.dateForged])
        #expect(report.faults.map(\.leaf) == [1])
        await world.test.close()
    }

    @Test func `contradicts leaves of a clock that runs ahead, and tells of leaves that are dated back`() async throws {
        let authority = try LocalAuthority()
        let test = try await TestOffice(timekeeper: authority)
        let course = try await test.course()
        test.setToNow()
        // A day behind: the next leaf says that it was appended before the checkpoint in front of it was dated.
        test.clock.advance(seconds: -86_400)
        for number in 1...2 {
            let officer = try await test.officer(number, on: course)
            _ = try await test.issue(officer, course, by: TestOffice.caller(officer))
            try await DateLog(test.office)()
        }
        let behind = try await VerifyLog(test.office)()
        #expect(behind.faults == [])
        #expect(behind.datedLate == 1)
        test.clock.advance(seconds: 2 * 86_400)
        let officer = try await test.officer(3, on: course)
        _ = try await test.issue(officer, course, by: TestOffice.caller(officer))
        try await DateLog(test.office)()
        let ahead = try await VerifyLog(test.office)()
        #expect(ahead.faults.map(\.problem) == [.dateDiffers])
        #expect(ahead.faults.map(\.leaf) == [2])
        await test.close()
    }
}

/// Two certificates, each with its checkpoint and its date.
private struct DatedWorld {
    let test: TestOffice

    init() async throws {
        test = try await TestOffice(timekeeper: try LocalAuthority())
        let course = try await test.course()
        test.setToNow()
        for number in 1...2 {
            let officer = try await test.officer(number, on: course)
            _ = try await test.issue(officer, course, by: TestOffice.caller(officer))
            try await DateLog(test.office)()
        }
    }
}

extension TestOffice {
    /// Sets the office's clock by the machine's, which the authority has as well.
    fileprivate func setToNow() {
        clock.advance(seconds: Int64(Date().timeIntervalSince1970) - clock.now.milliseconds / 1000)
    }
}
