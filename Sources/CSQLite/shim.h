#pragma once
#include <sqlite3.h>

// Swift sees neither SQLITE_TRANSIENT, a macro with a cast, nor variadic functions.

/// Binds text by its length in bytes, so that a NUL inside does not cut it; SQLite takes a copy.
static inline int akmal_bind_text(sqlite3_stmt *statement, int index, const char *bytes, sqlite3_uint64 count) {
    return sqlite3_bind_text64(statement, index, bytes, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// Binds bytes; SQLite takes a copy. A count of zero binds an empty blob, not NULL.
static inline int akmal_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
    if (count == 0) return sqlite3_bind_zeroblob(statement, index, 0);
    return sqlite3_bind_blob64(statement, index, bytes, count, SQLITE_TRANSIENT);
}

/// Sets one of the boolean `SQLITE_DBCONFIG_…` switches of a connection.
static inline int akmal_configure(sqlite3 *database, int option, int on) {
    return sqlite3_db_config(database, option, on, (int *)0);
}
