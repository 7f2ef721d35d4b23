// libarchive: reading of ZIP, tar and gzip.
#include <archive.h>
#include <archive_entry.h>
