// Uses Periplus from C: opens it, maps a text, hands in rubbish. Exit 0 where all is as periplus.h says.
#include <periplus.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int faults = 0;

static void expect(int holds, const char *what) {
    if (holds) return;
    fprintf(stderr, "C client: %s\n", what);
    faults++;
}

static char *answer(const periplus_mapper *mapper, const char *request, size_t length) {
    char *error = NULL;
    size_t count = 0;
    char *bytes = periplus_map(mapper, request, length, &count, &error);
    expect(bytes != NULL && error == NULL && count == strlen(bytes), "a request is not answered");
    expect(bytes[count - 1] == '\n' && bytes[count] == 0, "an answer is not one line with a NUL");
    return bytes;
}

// The arguments are folders whose data are not whole: each is refused with a reason, and the program goes on.
int main(int count_of_arguments, char **arguments) {
    char *error = NULL;
    for (int i = 1; i < count_of_arguments; i++) {
        expect(periplus_open(arguments[i], &error) == NULL, arguments[i]);
        expect(error != NULL && strlen(error) > 10, "no reason for data that are not whole");
        periplus_free(error);
        error = NULL;
    }
    expect(periplus_open("/nowhere", &error) == NULL, "a folder that is not there is opened");
    expect(error != NULL && strlen(error) > 10, "no error text for a folder that is not there");
    periplus_free(error);
    expect(periplus_open("/nowhere", NULL) == NULL, "an error that nobody asked for");

    periplus_mapper *mapper = periplus_open(NULL, &error);
    if (mapper == NULL) {
        fprintf(stderr, "C client: %s\n", error);
        return 1;
    }
    const char *request = "{\"id\": \"a\", \"text\": \"The ferry sails from Aktau to Baku.\"}";
    char *bytes = answer(mapper, request, strlen(request));
    expect(strstr(bytes, "\"name\":\"Baku\"") != NULL, "Baku is not found");
    expect(strstr(bytes, "\"mode\":\"sea\"") != NULL, "there is no leg by sea");
    expect(strstr(bytes, "\"error\"") == NULL, "an error for a good request");
    // The same text gives the same bytes.
    char *again = answer(mapper, request, strlen(request));
    expect(strcmp(bytes, again) == 0, "two answers differ");
    periplus_free(bytes);
    periplus_free(again);

    const char *rubbish[] = {"", "{", "[]", "{\"text\": 3}", "\xff\xfe", "null"};
    for (size_t i = 0; i < sizeof rubbish / sizeof *rubbish; i++) {
        bytes = answer(mapper, rubbish[i], strlen(rubbish[i]));
        expect(strstr(bytes, "\"error\"") != NULL, "rubbish gives no error");
        periplus_free(bytes);
    }
    // A NUL inside the bytes is no end of them.
    bytes = answer(mapper, "{\"text\": \"a\"\0}", 14);
    expect(strstr(bytes, "\"error\"") != NULL, "bytes with a NUL are taken");
    periplus_free(bytes);

    size_t count = 7;
    expect(periplus_map(NULL, request, 1, &count, &error) == NULL && count == 0 && error != NULL,
           "NULL is taken for a mapper");
    periplus_free(error);
    expect(periplus_map(mapper, NULL, 0, NULL, NULL) == NULL, "NULL is taken for a request");
    periplus_free(NULL);
    periplus_close(NULL);
    periplus_close(mapper);
    char *version = periplus_version();
    expect(version != NULL && strlen(version) > 0, "there is no version");
    periplus_free(version);
    return faults == 0 ? 0 : 1;
}
