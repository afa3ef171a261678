import SQL

extension Schema {
    /// Which entries of the audit are about which course, also those that were there before.
    static let auditCourses = Migration(
        28, "the audit by course",
        [
            """
            CREATE TABLE audit_course (
                course_id TEXT NOT NULL REFERENCES course (id),
                sequence BIGINT NOT NULL REFERENCES audit (sequence),
                PRIMARY KEY (course_id, sequence)
            )
            """,
            """
            INSERT INTO audit_course (course_id, sequence)
            SELECT course.id, sequence FROM audit JOIN course ON course.id = subject_id WHERE subject_kind = 'course'
            """,
            """
            INSERT INTO audit_course (course_id, sequence)
            SELECT course_id, sequence FROM audit JOIN application ON application.id = subject_id
            WHERE subject_kind = 'application'
            """,
            """
            INSERT INTO audit_course (course_id, sequence)
            SELECT course_id, sequence FROM audit JOIN participation ON participation.id = subject_id
            WHERE subject_kind = 'participation'
            """,
            """
            INSERT INTO audit_course (course_id, sequence)
            SELECT course_id, sequence FROM audit JOIN certificate ON certificate.id = subject_id
            WHERE subject_kind = 'certificate'
            """,
            """
            INSERT INTO audit_course (course_id, sequence)
            SELECT course_id, sequence FROM audit JOIN receipt ON receipt.id = subject_id
                JOIN participation ON participation.id = receipt.participation_id
            WHERE subject_kind = 'receipt'
            """,
            """
            INSERT INTO audit_course (course_id, sequence)
            SELECT course_id, sequence FROM audit JOIN fee_exemption ON fee_exemption.id = subject_id
                JOIN participation ON participation.id = fee_exemption.participation_id
            WHERE subject_kind = 'fee_exemption'
            """,
        ])
}
