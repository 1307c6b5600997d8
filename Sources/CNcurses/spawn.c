// Other programs: started without a shell, each in a process group of its own.

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "CNcurses.h"
#include "internal.h"

extern char **environ;

// One of the three streams of the program; -1 is /dev/null.
static void lay(posix_spawn_file_actions_t *actions, int from, int stream) {
  if (from < 0) {
    posix_spawn_file_actions_addopen(
        actions, stream, "/dev/null", stream == STDIN_FILENO ? O_RDONLY : O_WRONLY, 0);
  } else {
    posix_spawn_file_actions_adddup2(actions, from, stream);
  }
}

// Looks for the program on PATH. Signals are at their defaults for it, whatever they are for us.
pid_t ac_spawn(char *const arguments[], int input, int output, int error, int besides) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  lay(&actions, input, STDIN_FILENO);
  lay(&actions, output, STDOUT_FILENO);
  lay(&actions, error, STDERR_FILENO);
  if (besides >= 0) posix_spawn_file_actions_adddup2(&actions, besides, STDERR_FILENO + 1);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(
      &attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  pid_t process = -1;
  int failed = posix_spawnp(&process, arguments[0], &actions, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  if (failed == 0) return process;
  errno = failed;
  return -1;
}

static long long remaining_ms(long long end_ns) {
  long long rest = (end_ns - ac_boottime_ns()) / 1000000;
  return rest > 0 ? rest : 0;
}

// Takes what the program says until it says no more; what does not fit is read and dropped.
static void take(int from, char *output, int room, long long end_ns) {
  int used = 0;
  for (;;) {
    struct pollfd ready = {.fd = from, .events = POLLIN};
    int count = poll(&ready, 1, (int)remaining_ms(end_ns));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    char part[1024];
    ssize_t got = read(from, part, sizeof part);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    for (ssize_t i = 0; i < got && used < room - 1; i++) output[used++] = part[i];
  }
  if (room > 0) output[used] = 0;
}

int ac_run(char *const arguments[], char *output, int room, int timeout_ms) {
  long long end_ns = ac_boottime_ns() + timeout_ms * 1000000LL;
  int ends[2];
  if (room > 0) output[0] = 0;
  if (pipe2(ends, O_CLOEXEC) < 0) return AC_NOT_STARTED;
  pid_t process = ac_spawn(arguments, -1, ends[1], ends[1], -1);
  close(ends[1]);
  if (process < 0) {
    close(ends[0]);
    return AC_NOT_STARTED;
  }
  take(ends[0], output, room, end_ns);
  close(ends[0]);
  int status = 0;
  for (;;) {
    pid_t ended = waitpid(process, &status, WNOHANG);
    if (ended == process) return WIFEXITED(status) ? WEXITSTATUS(status) : AC_NOT_ENDED;
    if (ended < 0 && errno != EINTR) return AC_NOT_ENDED;
    if (remaining_ms(end_ns) == 0) break;
    nanosleep(&(struct timespec){0, 5000000L}, NULL);
  }
  kill(-process, SIGKILL);
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) {}
  return AC_NOT_ENDED;
}
