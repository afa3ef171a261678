#pragma once
#include <curl/curl.h>
#include <dlfcn.h>
#include <stddef.h>

// libcurl brings twenty-two libraries with it: Kerberos, LDAP, SSH, a second TLS. They cost each start, and memory for as
// long as the program runs, though most runs never send anything: so that libcurl is opened by its first use.
//
// Swift sees neither variadic functions nor the checks that curl's headers wrap around them.

static inline void *akmal_curl_library(void) {
    static void *opened;
    void *library = __atomic_load_n(&opened, __ATOMIC_ACQUIRE);
    if (!library) {
        // Twice at once is once: the linker counts.
        library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
        __atomic_store_n(&opened, library, __ATOMIC_RELEASE);
    }
    return library;
}

#define AKMAL_CURL(function) ((__typeof__(&(function)))dlsym(akmal_curl_library(), #function))

/// Opens libcurl: NULL, or why it cannot be used. Nothing below may be called before this has given NULL.
static inline const char *akmal_open_curl(void) {
    if (!akmal_curl_library()) return dlerror();
    CURLcode code = AKMAL_CURL(curl_global_init)(CURL_GLOBAL_DEFAULT);
    return code == CURLE_OK ? NULL : AKMAL_CURL(curl_easy_strerror)(code);
}

static inline CURL *akmal_new_transfer(void) { return AKMAL_CURL(curl_easy_init)(); }

static inline void akmal_free_transfer(CURL *handle) { AKMAL_CURL(curl_easy_cleanup)(handle); }

/// Forgets all settings; an open connection is kept.
static inline void akmal_reset_transfer(CURL *handle) { AKMAL_CURL(curl_easy_reset)(handle); }

static inline CURLcode akmal_perform(CURL *handle) { return AKMAL_CURL(curl_easy_perform)(handle); }

/// What a code means, in curl's words.
static inline const char *akmal_meaning(CURLcode code) { return AKMAL_CURL(curl_easy_strerror)(code); }

/// A list with one entry, of which curl takes a copy; NULL when there is no memory.
static inline struct curl_slist *akmal_new_list(const char *entry) {
    return AKMAL_CURL(curl_slist_append)(NULL, entry);
}

static inline void akmal_free_list(struct curl_slist *list) { AKMAL_CURL(curl_slist_free_all)(list); }

static inline CURLcode akmal_set_number(CURL *handle, CURLoption option, long value) {
    return AKMAL_CURL(curl_easy_setopt)(handle, option, value);
}

/// curl takes a copy of the text.
static inline CURLcode akmal_set_text(CURL *handle, CURLoption option, const char *value) {
    return AKMAL_CURL(curl_easy_setopt)(handle, option, value);
}

/// Lists, buffers and callback data: they must outlive the transfer.
static inline CURLcode akmal_set_pointer(CURL *handle, CURLoption option, void *value) {
    return AKMAL_CURL(curl_easy_setopt)(handle, option, value);
}

static inline CURLcode akmal_set_size(CURL *handle, CURLoption option, curl_off_t value) {
    return AKMAL_CURL(curl_easy_setopt)(handle, option, value);
}

/// CURLOPT_READFUNCTION, CURLOPT_WRITEFUNCTION and CURLOPT_HEADERFUNCTION have this shape.
static inline CURLcode akmal_set_callback(CURL *handle, CURLoption option,
                                          size_t (*callback)(char *, size_t, size_t, void *)) {
    return AKMAL_CURL(curl_easy_setopt)(handle, option, callback);
}

static inline long akmal_response_code(CURL *handle) {
    long code = 0;
    (void)AKMAL_CURL(curl_easy_getinfo)(handle, CURLINFO_RESPONSE_CODE, &code);
    return code;
}
