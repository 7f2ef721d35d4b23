// uchardet: the likely character set of some bytes.
#include <uchardet.h>
