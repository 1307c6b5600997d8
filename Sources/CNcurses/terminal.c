#include "CNcurses.h"
int ac_open(void) { return 0; }
