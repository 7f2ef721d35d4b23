// GitHub's cmark: Markdown with tables to HTML.
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
