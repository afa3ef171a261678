#pragma once
#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

// libarchive reads names in the thread's locale, and a service has the C locale, which knows no letter past Z.

/// A locale whose text is UTF-8, built into glibc; NULL when there is no memory.
static inline locale_t akmal_utf8_locale(void) { return newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0); }

/// Makes the ZIP writer write names as UTF-8; the converter is made here, for the locale that it is made under.
static inline int akmal_write_utf8_names(struct archive *archive, locale_t locale) {
    locale_t before = uselocale(locale);
    int code = archive_write_set_format_option(archive, "zip", "hdrcharset", "UTF-8");
    uselocale(before);
    return code;
}

/// Begins one entry: a plain file with a UTF-8 name, under the locale that reads it so.
static inline int akmal_begin_entry(struct archive *archive, struct archive_entry *entry, locale_t locale,
                                    const char *name, int64_t size, int64_t modified) {
    locale_t before = uselocale(locale);
    archive_entry_clear(entry);
    archive_entry_set_pathname(entry, name);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, size);
    archive_entry_set_mtime(entry, (time_t)modified, 0);
    int code = archive_write_header(archive, entry);
    uselocale(before);
    return code;
}

/// Reads from an offset what the kernel has in memory; -1, mostly with EAGAIN, where the disk would have to be waited for.
static inline ssize_t akmal_read_at_once(int descriptor, void *bytes, size_t count, off_t offset) {
    struct iovec piece = {bytes, count};
    // RWF_NOWAIT, which is a macro of newer headers.
    return syscall(SYS_preadv2, descriptor, &piece, 1UL, (unsigned long)offset, 0UL, 8UL);
}
