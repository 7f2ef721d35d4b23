// libxml2's HTML parser, the tree it makes, and its character decoders.
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/encoding.h>
