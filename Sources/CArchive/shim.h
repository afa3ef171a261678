#pragma once
#include <archive.h>
#include <archive_entry.h>
#include <dlfcn.h>
#include <locale.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

// libarchive and the libraries with which it reads formats other than ours are opened with the first ZIP file, and not by the
// program's start.

static inline void *akmal_archive_library(void) {
    static void *opened;
    void *library = __atomic_load_n(&opened, __ATOMIC_ACQUIRE);
    if (!library) {
        // Twice at once is once: the linker counts.
        library = dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL);
        __atomic_store_n(&opened, library, __ATOMIC_RELEASE);
    }
    return library;
}

#define AKMAL_ARCHIVE(function) ((__typeof__(&(function)))dlsym(akmal_archive_library(), #function))

/// Opens libarchive: NULL, or why it cannot be used. Nothing below may be called before this has given NULL.
static inline const char *akmal_open_archive(void) { return akmal_archive_library() ? NULL : dlerror(); }

static inline struct archive *akmal_new_zip(void) { return AKMAL_ARCHIVE(archive_write_new)(); }

static inline struct archive_entry *akmal_new_entry(void) { return AKMAL_ARCHIVE(archive_entry_new)(); }

static inline void akmal_free_zip(struct archive *archive, struct archive_entry *entry) {
    AKMAL_ARCHIVE(archive_entry_free)(entry);
    AKMAL_ARCHIVE(archive_write_free)(archive);
}

/// Why the last call failed; NULL when libarchive does not say.
static inline const char *akmal_zip_problem(struct archive *archive) {
    return AKMAL_ARCHIVE(archive_error_string)(archive);
}

// libarchive reads names in the thread's locale, and a service has the C locale, which knows no letter past Z.

/// A locale whose text is UTF-8, built into glibc; NULL when there is no memory.
static inline locale_t akmal_utf8_locale(void) { return newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0); }

/// Begins a ZIP of entries that are stored, with names in UTF-8, whose bytes go to the callback as they come.
static inline int akmal_begin_zip(struct archive *archive, locale_t locale, void *context,
                                  archive_write_callback *write) {
    int code = AKMAL_ARCHIVE(archive_write_set_format_zip)(archive);
    if (code == ARCHIVE_OK) code = AKMAL_ARCHIVE(archive_write_zip_set_compression_store)(archive);
    if (code == ARCHIVE_OK) {
        // The converter of names is made here, for the locale that it is made under.
        locale_t before = uselocale(locale);
        code = AKMAL_ARCHIVE(archive_write_set_format_option)(archive, "zip", "hdrcharset", "UTF-8");
        uselocale(before);
    }
    if (code == ARCHIVE_OK) code = AKMAL_ARCHIVE(archive_write_set_bytes_per_block)(archive, 65536);
    if (code == ARCHIVE_OK) code = AKMAL_ARCHIVE(archive_write_set_bytes_in_last_block)(archive, 1);
    if (code == ARCHIVE_OK) code = AKMAL_ARCHIVE(archive_write_open)(archive, context, NULL, write, NULL);
    return code;
}

/// Begins one entry: a plain file with a UTF-8 name, under the locale that reads it so.
static inline int akmal_begin_entry(struct archive *archive, struct archive_entry *entry, locale_t locale,
                                    const char *name, int64_t size, int64_t modified) {
    locale_t before = uselocale(locale);
    AKMAL_ARCHIVE(archive_entry_clear)(entry);
    AKMAL_ARCHIVE(archive_entry_set_pathname)(entry, name);
    AKMAL_ARCHIVE(archive_entry_set_filetype)(entry, AE_IFREG);
    AKMAL_ARCHIVE(archive_entry_set_perm)(entry, 0644);
    AKMAL_ARCHIVE(archive_entry_set_size)(entry, size);
    AKMAL_ARCHIVE(archive_entry_set_mtime)(entry, (time_t)modified, 0);
    int code = AKMAL_ARCHIVE(archive_write_header)(archive, entry);
    uselocale(before);
    return code;
}

/// Bytes of the entry that were taken; less than one after an error.
static inline ssize_t akmal_write_entry(struct archive *archive, const void *bytes, size_t count) {
    return AKMAL_ARCHIVE(archive_write_data)(archive, bytes, count);
}

static inline int akmal_end_entry(struct archive *archive) { return AKMAL_ARCHIVE(archive_write_finish_entry)(archive); }

/// Writes the index.
static inline int akmal_end_zip(struct archive *archive) { return AKMAL_ARCHIVE(archive_write_close)(archive); }

/// Reads from an offset what the kernel has in memory; -1, mostly with EAGAIN, where the disk would have to be waited for.
static inline ssize_t akmal_read_at_once(int descriptor, void *bytes, size_t count, off_t offset) {
    struct iovec piece = {bytes, count};
    // RWF_NOWAIT, which is a macro of newer headers.
    return syscall(SYS_preadv2, descriptor, &piece, 1UL, (unsigned long)offset, 0UL, 8UL);
}
