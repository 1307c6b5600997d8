#include "CPseudoTerminal.h"
int pt_placeholder(void) { return 0; }
