// Signals, and the terminal given back whatever happens.

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "CNcurses.h"
#include "internal.h"

// Signals that ask us to end set a flag and nothing else.

static volatile sig_atomic_t pending = 0;
static volatile sig_atomic_t stopped = 0, continued = 0;
static volatile sig_atomic_t guarded = 0;

static void give_back(void);

static void on_request(int number) {
  // Two ^\ in a row are the way out of a program that hangs, with the terminal given back.
  if (number == SIGQUIT && pending == SIGQUIT) {
    give_back();
    signal(SIGQUIT, SIG_DFL);
    raise(SIGQUIT);
  }
  if (pending == 0) pending = number;
}

static void on_continue(int number) {
  (void)number;
  stopped = 1;
  continued = 1;
}

static void catch(int number, void (*handler)(int), int flags) {
  struct sigaction old, new = {.sa_handler = handler, .sa_flags = flags};
  sigemptyset(&new.sa_mask);
  // What the caller of the program ignores (nohup) stays ignored.
  if (sigaction(number, NULL, &old) == 0 && old.sa_handler == SIG_IGN) return;
  sigaction(number, &new, NULL);
}

// Before `newterm`: ncurses replaces only default handlers, and its own for SIGINT and SIGTERM end
// the process with _exit. SIGTSTP and SIGWINCH are left to it. No SA_RESTART, so that a read comes
// back at once; SIGCONT restarts, because ncurses may be setting the terminal up again meanwhile.
void ac_catch_signals(void) {
  static int done = 0;
  if (done) return;
  done = 1;
  catch(SIGINT, on_request, 0);
  catch(SIGTERM, on_request, 0);
  catch(SIGHUP, on_request, 0);
  catch(SIGQUIT, on_request, 0);
  catch(SIGCONT, on_continue, SA_RESTART);
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);  // a file as large as it may be is a full disk, and no crash
}

int ac_signal(void) { return pending; }

static int take(volatile sig_atomic_t *flag) {
  int was = *flag;
  *flag = 0;
  return was;
}

int ac_stopped(void) { return take(&stopped); }
int ac_continued(void) { return take(&continued); }

void ac_exit_by_signal(int number) {
  ac_close();
  exit(128 + number);
}

const sigset_t *ac_wake_signals(void) {
  static sigset_t wake;
  sigemptyset(&wake);
  int numbers[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGCONT, SIGTSTP, SIGWINCH,
                   SIGCHLD};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) sigaddset(&wake, numbers[i]);
  return &wake;
}

int ac_poll(int timeout_ms, const sigset_t *mask) {
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  struct timespec time = {timeout_ms / 1000, (timeout_ms % 1000) * 1000000L};
  return ppoll(&input, 1, timeout_ms < 0 ? NULL : &time, mask) > 0 ? input.revents : 0;
}

int ac_wait(int timeout_ms) {
  sigset_t normal;
  sigprocmask(SIG_BLOCK, ac_wake_signals(), &normal);
  int ready = pending == 0 && !stopped && !ac_voice_news() ? ac_poll(timeout_ms, &normal) : 0;
  sigprocmask(SIG_SETMASK, &normal, NULL);
  return ready != 0;
}

// While the screen is open, stderr goes to memory: a warning from any library would soil the
// screen, and the message of a Swift trap would be lost with it.

static int real_stderr = -1, captured = -1;

static void capture_begin(void) {
  if (!isatty(STDERR_FILENO)) return;
  captured = memfd_create("stderr", MFD_CLOEXEC);
  if (captured < 0) return;
  real_stderr = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (real_stderr < 0 || dup2(captured, STDERR_FILENO) < 0) {
    close(captured);
    captured = -1;
  }
}

// Safe in a signal handler: dup2, pread and write only.
static void capture_end(void) {
  if (captured < 0) return;
  dup2(real_stderr, STDERR_FILENO);
  char part[512];
  off_t at = 0;
  ssize_t count;
  while ((count = pread(captured, part, sizeof part, at)) > 0) {
    if (write(STDERR_FILENO, part, (size_t)count) < 0) break;
    at += count;
  }
  close(captured);
  close(real_stderr);
  captured = real_stderr = -1;
}

// A crash inside curses would leave echo off and the alternate screen on, with the message lost on
// it. The handler gives the terminal back and lets the previous handler, Swift's backtrace, go on.

static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
enum { crash_count = sizeof crashes / sizeof *crashes };
static struct sigaction previous[crash_count];
static struct termios original;
static int has_original = 0;
static char leave_screen[256];
static size_t leave_length = 0;

static void give_back(void) {
  ac_voice_hush();
  if (!guarded) return;
  guarded = 0;
  if (write(STDOUT_FILENO, leave_screen, leave_length) < 0) { /* nothing is left to try */ }
  if (has_original) tcsetattr(STDIN_FILENO, TCSANOW, &original);
  capture_end();
}

static void on_crash(int number, siginfo_t *info, void *context) {
  (void)context;
  int error = errno;
  give_back();
  for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &previous[i], NULL);
  // A fault happens again when its instruction does, now with the previous handler and the right
  // frames. What was sent (abort, kill) does not, so it is sent again.
  if (info->si_code <= 0) raise(number);
  errno = error;
}

void ac_guard_prepare(void) { has_original = tcgetattr(STDIN_FILENO, &original) == 0; }

void ac_guard_begin(const char *leave) {
  leave_length = strnlen(leave, sizeof leave_screen);
  memcpy(leave_screen, leave, leave_length);
  capture_begin();
  // An overflow of the stack needs another one to be handled on.
  static char spare[65536];
  stack_t stack;
  if (sigaltstack(NULL, &stack) == 0 && (stack.ss_flags & SS_DISABLE) != 0) {
    stack = (stack_t){.ss_sp = spare, .ss_size = sizeof spare};
    sigaltstack(&stack, NULL);
  }
  struct sigaction action = {.sa_sigaction = on_crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigfillset(&action.sa_mask);  // SIGTTOU among them: a crash in the background may not stop
  for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &action, &previous[i]);
  guarded = 1;
}

void ac_guard_end(void) {
  if (!guarded) return;
  guarded = 0;
  for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &previous[i], NULL);
  capture_end();
}
