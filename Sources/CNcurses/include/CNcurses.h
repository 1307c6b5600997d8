#ifndef ALLCLEAR_CNCURSES_H
#define ALLCLEAR_CNCURSES_H
int ac_open(void);
#endif
