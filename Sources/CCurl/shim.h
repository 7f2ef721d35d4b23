// libcurl, and typed ways to set its options: Swift cannot call C functions of variable arguments.
#include <curl/curl.h>

static inline CURLcode curl_set_number(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_set_lines(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

// `take` gets each part of a body, with `sink`; what it returns but its length ends the transfer.
static inline CURLcode curl_set_sink(
    CURL *handle, size_t (*take)(char *, size_t, size_t, void *), void *sink) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_WRITEDATA, sink) : code;
}

static inline CURLcode curl_get_number(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}

// `open` makes the socket to an address that a name has led to, or refuses to (CURL_SOCKET_BAD).
static inline CURLcode curl_set_gate(
    CURL *handle, curl_socket_t (*open)(void *, curlsocktype, struct curl_sockaddr *), void *with) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, with) : code;
}

static inline CURLcode curl_get_text(CURL *handle, CURLINFO info, char **value) {
    return curl_easy_getinfo(handle, info, value);
}
