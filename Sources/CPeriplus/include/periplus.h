#ifndef PERIPLUS_H
#define PERIPLUS_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

// Periplus for other languages: bytes in, bytes out. Link with libPeriplusC.
// A mapper may be used by several threads at once.

/// The pipeline with its data.
typedef struct periplus_mapper periplus_mapper;

/// Opens the pipeline, once a process: it takes a second or so.
///
/// `data` is the path of a folder of data, or NULL for PERIPLUS_DATA, else the folder beside the library or
/// the program. NULL when it cannot be opened; `error`, where not NULL, then gets one line that says why,
/// to be freed with periplus_free.
periplus_mapper *periplus_open(const char *data, char **error);

/// Maps a document: `request` is one object of `periplus batch` in UTF-8, {"text": "..."} at the least, and so
/// is the answer, whose length goes to `answer_length`. A request that cannot be used is answered by an object
/// with "error". The answer ends in a NUL that does not count and is freed with periplus_free. NULL only where
/// an argument is NULL; `error` then gets one line.
char *periplus_map(const periplus_mapper *mapper, const char *request, size_t length, size_t *answer_length,
                   char **error);

/// Frees what periplus_map or an error gave; NULL is nothing.
void periplus_free(void *bytes);

/// Closes a mapper; NULL is nothing.
void periplus_close(periplus_mapper *mapper);

/// The version of the library, "0.1.0"; freed with periplus_free.
char *periplus_version(void);

#ifdef __cplusplus
}
#endif

#endif
