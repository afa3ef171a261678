#pragma once
#include <curl/curl.h>

// Swift sees neither variadic functions nor the checks that curl's headers wrap around them.

static inline CURLcode akmal_set_number(CURL *handle, CURLoption option, long value) {
    return (curl_easy_setopt)(handle, option, value);
}

/// curl takes a copy of the text.
static inline CURLcode akmal_set_text(CURL *handle, CURLoption option, const char *value) {
    return (curl_easy_setopt)(handle, option, value);
}

/// Lists, buffers and callback data: they must outlive the transfer.
static inline CURLcode akmal_set_pointer(CURL *handle, CURLoption option, void *value) {
    return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode akmal_set_size(CURL *handle, CURLoption option, curl_off_t value) {
    return (curl_easy_setopt)(handle, option, value);
}

/// CURLOPT_READFUNCTION, CURLOPT_WRITEFUNCTION and CURLOPT_HEADERFUNCTION have this shape.
static inline CURLcode akmal_set_callback(CURL *handle, CURLoption option,
                                          size_t (*callback)(char *, size_t, size_t, void *)) {
    return (curl_easy_setopt)(handle, option, callback);
}

static inline long akmal_response_code(CURL *handle) {
    long code = 0;
    (void)(curl_easy_getinfo)(handle, CURLINFO_RESPONSE_CODE, &code);
    return code;
}

/// Bytes of the letter that have gone out.
static inline curl_off_t akmal_bytes_sent(CURL *handle) {
    curl_off_t count = 0;
    (void)(curl_easy_getinfo)(handle, CURLINFO_SIZE_UPLOAD_T, &count);
    return count;
}
