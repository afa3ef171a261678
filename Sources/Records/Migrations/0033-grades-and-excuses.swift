import SQL

extension Schema {
    static let gradesAndExcuses = Migration(
        33, "grades that a course is for, and whether excused sessions count",
        [
            "ALTER TABLE course_offering ADD COLUMN grade_lowest BIGINT",
            "ALTER TABLE course_offering ADD COLUMN grade_highest BIGINT",
            "ALTER TABLE course_offering ADD COLUMN counts_excused BOOLEAN NOT NULL DEFAULT TRUE",
        ])
}
