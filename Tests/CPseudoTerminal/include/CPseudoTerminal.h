// A program started inside a pseudo-terminal, for tests. Swift may not fork, so C does.

#ifndef CPSEUDOTERMINAL_H
#define CPSEUDOTERMINAL_H

#include <sys/types.h>

// Starts the program as the leader of a session on a new terminal of that size; signals are at
// their defaults, whatever the caller's are. Returns the terminal's other end, or -1.
int pt_spawn(
    const char *path, char *const arguments[], char *const environment[], int rows, int columns,
    pid_t *pid);

int pt_resize(int terminal, int rows, int columns);  // the program gets SIGWINCH

// How many bytes were read; 0 when the time is over; -1 when no program holds the terminal.
int pt_read(int terminal, void *bytes, int count, int timeout_ms);
int pt_write(int terminal, const void *bytes, int count);  // 0, or -1

// 1 when the process ended, with its status as `exit` codes and shells have it (128 + n after a
// signal); 0 when the time is over; -1 when there is no such child.
int pt_wait(pid_t pid, int timeout_ms, int *status);

// 1 when a process that need not be a child of ours has ended, 0 when the time is over before that.
int pt_gone(pid_t pid, int timeout_ms);

enum { PT_ECHO = 1, PT_CANONICAL = 2 };
int pt_flags(int terminal);  // which of the two are set, or -1

void pt_close(int terminal);

#endif
