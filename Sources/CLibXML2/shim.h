// libxml2's HTML parser, the tree it makes, and its reader of XML.
//
// Debian's libxml2 is built with ICU and its headers take ICU's in, which Swift's Foundation has too,
// under the same names. Nothing here needs them, so they stay out; no structure used here changes.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/SAX2.h>
#include <libxml/xmlreader.h>

// The C library's converter between character sets.
#include <iconv.h>
