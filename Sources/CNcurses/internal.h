// What the files of this target share.

#ifndef ALLCLEAR_INTERNAL_H
#define ALLCLEAR_INTERNAL_H

#include <poll.h>
#include <signal.h>
#include <sys/types.h>

enum { ac_replacement = 0xFFFD };

// terminal.c
int ac_is_open(void);
// One scalar of UTF-8, read by hand: the C library's functions would follow the locale.
int ac_scalar(const unsigned char **text);

// keys.c: once the screen is there.
void ac_keys_prepare(void);
// What turns the mouse off again, empty where it is off.
const char *ac_mouse_leave(void);

// spawn.c: starts a program in a group of its own; -1 where that cannot be. A descriptor that is -1
// becomes /dev/null; `besides` becomes the program's descriptor 3, and -1 none.
pid_t ac_spawn(char *const arguments[], int input, int output, int error, int besides);

// restore.c
// Remembers the terminal as it is now, so that a crash can give it back. Before `newterm`.
void ac_guard_prepare(void);
// From here until `ac_guard_end` a crash writes `leave` and restores, and stderr is captured.
void ac_guard_begin(const char *leave);
// Puts stderr back and replays what was captured.
void ac_guard_end(void);
// The signals that must wake a read. A caller blocks them, looks at its flags, and lets them in
// atomically with ppoll, so that none can slip in between look and wait.
const sigset_t *ac_wake_signals(void);
// ppoll on standard input with `mask`; returns its revents, 0 after time or a signal.
int ac_poll(int timeout_ms, const sigset_t *mask);
// 1 once after a SIGCONT: for the screen, as `ac_stopped` is for the caller.
int ac_continued(void);

#endif
