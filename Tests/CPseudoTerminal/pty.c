#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

int pt_spawn(
    const char *path, char *const arguments[], char *const environment[], int rows, int columns,
    pid_t *pid) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  int terminal = -1;
  *pid = forkpty(&terminal, NULL, NULL, &size);
  if (*pid < 0) return -1;
  if (*pid > 0) {
    fcntl(terminal, F_SETFD, FD_CLOEXEC);
    return terminal;
  }
  // In the child of a process with many threads: only what is safe in a signal handler.
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  // Another test's terminal held open here would never hang up.
  for (int other = 3; other < 1024; other++) close(other);
  execve(path, arguments, environment);
  _exit(127);
}

int pt_resize(int terminal, int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(terminal, TIOCSWINSZ, &size);
}

int pt_read(int terminal, void *bytes, int count, int timeout_ms) {
  struct pollfd wait = {.fd = terminal, .events = POLLIN};
  int ready = poll(&wait, 1, timeout_ms);
  if (ready == 0 || (ready < 0 && errno == EINTR)) return 0;
  ssize_t got = read(terminal, bytes, (size_t)count);
  if (got < 0 && (errno == EINTR || errno == EAGAIN)) return 0;
  return got > 0 ? (int)got : -1;  // Linux says EIO, others end of file
}

int pt_write(int terminal, const void *bytes, int count) {
  const char *at = bytes;
  while (count > 0) {
    ssize_t sent = write(terminal, at, (size_t)count);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return -1;
    at += sent;
    count -= (int)sent;
  }
  return 0;
}

int pt_wait(pid_t pid, int timeout_ms, int *status) {
  // A descriptor of the process can be read when it has ended.
  struct pollfd process = {.fd = (int)syscall(SYS_pidfd_open, pid, 0), .events = POLLIN};
  if (process.fd < 0) return -1;
  int ready = 0;
  do ready = poll(&process, 1, timeout_ms);
  while (ready < 0 && errno == EINTR);
  close(process.fd);
  if (ready <= 0) return ready;
  int raw = 0;
  if (waitpid(pid, &raw, 0) != pid) return -1;
  *status = WIFSIGNALED(raw) ? 128 + WTERMSIG(raw) : WEXITSTATUS(raw);
  return 1;
}

int pt_gone(pid_t pid, int timeout_ms) {
  struct pollfd process = {.fd = (int)syscall(SYS_pidfd_open, pid, 0), .events = POLLIN};
  if (process.fd < 0) return errno == ESRCH;
  int ready = 0;
  do ready = poll(&process, 1, timeout_ms);
  while (ready < 0 && errno == EINTR);
  close(process.fd);
  return ready > 0;
}

int pt_flags(int terminal) {
  struct termios mode;
  if (tcgetattr(terminal, &mode) != 0) return -1;
  return (mode.c_lflag & ECHO ? PT_ECHO : 0) | (mode.c_lflag & ICANON ? PT_CANONICAL : 0);
}

void pt_close(int terminal) { close(terminal); }
