import Academy
import Desk
import Foundation
import Testing

@Suite struct ImportTests {
    private static let folder = TestOffice.checkout.appending(path: "Assets/demo")

    private static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: name)))
    }

    @Test func `the demonstration academy is stored whole`() async throws {
        let test = try await TestOffice()
        let files = try AcademyFiles(emailDomains: ["customs.gov.my"], open: Self.bytes)
        #expect(try await ImportAcademy(test.office).isEmpty())
        let report = try await ImportAcademy(test.office)(files, by: .system(requestID: "t"))
        #expect((report.officers, report.courses) == (600, 20))
        #expect(try await !ImportAcademy(test.office).isEmpty())
        let code = try #require(CourseCode(parsing: "AKMAL-IND-001"))
        let course = try await FindCourse(test.office)(code: code)
        let counts = try await CourseOverview(test.office).course(course.id, by: TestOffice.administrator)
        #expect(counts.ready == 250)
        await test.close()
    }

    @Test func `everything that is wrong is told at once, with file, line and field`() throws {
        let broken = [
            "officers.csv":
                "mykad,name,email,post,grade,station,state,active\n850101145677,ALI,ali@gmail.com,P,WK1,S,melaka,true\n12,B,b@customs.gov.my,P,WK1,S,atlantis,maybe\n",
            "courses.csv":
                "code,title_ms,title_en,study_centre,venue,fee_sen,minimum_attendance,status,signatories\nK-1,T,,P,V,-5,80,open,d\n",
        ]
        let refused = #expect(throws: ImportRefused.self) {
            try AcademyFiles(emailDomains: ["customs.gov.my"]) { name in
                try broken[name].map { Array($0.utf8) } ?? Self.bytes(name)
            }
        }
        let told = refused?.problems.map { "\($0.file):\($0.line):\($0.field)" } ?? []
        for expected in ["officers.csv:2:email", "officers.csv:3:mykad", "courses.csv:2:fee_sen"] {
            #expect(told.contains(expected), "\(expected) is missing in \(told.prefix(12))")
        }
    }

    @Test func `a list of participants is read row by row`() async throws {
        let test = try await TestOffice()
        let course = try await test.course()
        let first = try await test.officer(1, on: course)
        let choose = ChooseOfficers(test.office)
        let chosen = try await choose(
            from: Array("name,mykad\nX,\(first.myKad.formatted)\nX,\(first.myKad.digits)\n".utf8), file: "a.csv",
            course: course.id)
        #expect(chosen == [first.id])
        let byEmail = try await choose(from: Array("email\nP1@customs.gov.my\n".utf8), file: "a.csv", course: course.id)
        #expect(byEmail == [first.id])
        await #expect(throws: ImportRefused.self) {
            try await choose(from: Array("mykad\n850101149999\nabc\n".utf8), file: "a.csv", course: course.id)
        }
        await test.close()
    }
}
