// A voice: another program that says a line, in a process group of its own. One speaks at a time.
//
// Hushing it is safe in a signal handler, so that a crash, ^Z and every end of allclear do it too.

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "CNcurses.h"
#include "internal.h"

static volatile sig_atomic_t speaking = 0;  // the process and its group; 0 while nobody speaks
static volatile sig_atomic_t input = -1;    // held open for a program that is hushed by a word
static volatile sig_atomic_t lifeline = -1;  // when our end of it closes, the group dies
static volatile sig_atomic_t ended = 0;  // a child has, since this was last asked
static char last_word[64];

// Hushed, and not waited for yet.
static pid_t hushed[32];
enum { most_hushed = sizeof hushed / sizeof *hushed };

static void close_end(volatile sig_atomic_t *end) {
  if (*end >= 0) close(*end);
  *end = -1;
}

void ac_voice_hush(void) {
  int error = errno;
  pid_t group = speaking;
  speaking = 0;
  if (group > 0) {
    if (input < 0) kill(-group, SIGKILL);
    // It ends by itself: its input does.
    else if (write(input, last_word, strlen(last_word)) < 0) kill(-group, SIGKILL);
    for (int i = 0; i < most_hushed; i++) {
      if (hushed[i] == 0) {
        hushed[i] = group;
        break;
      }
    }
  }
  close_end(&input);
  close_end(&lifeline);
  errno = error;
}

static void on_child(int number) {
  (void)number;
  ended = 1;
}

static void on_stop(int number);
static struct sigaction stop_before;

// ^Z stops us and not the voice, which is no part of our group: it is hushed first. What was there
// before, ncurses' handler or none, goes on from here.
static void on_stop(int number) {
  int error = errno;
  ac_voice_hush();
  if (stop_before.sa_handler == SIG_DFL) {
    kill(getpid(), SIGSTOP);
  } else if (stop_before.sa_handler != SIG_IGN) {
    stop_before.sa_handler(number);
  }
  errno = error;
}

static void listen(void) {
  static int done = 0;
  if (done) return;
  done = 1;
  atexit(ac_voice_hush);
  struct sigaction action = {.sa_handler = on_child, .sa_flags = SA_RESTART | SA_NOCLDSTOP};
  sigemptyset(&action.sa_mask);
  sigaction(SIGCHLD, &action, NULL);
  sigaction(SIGTSTP, NULL, &stop_before);
  if (stop_before.sa_handler == SIG_IGN) return;
  struct sigaction stop = {.sa_handler = on_stop, .sa_flags = SA_RESTART};
  stop.sa_mask = stop_before.sa_mask;
  sigaction(SIGTSTP, &stop, NULL);
}

// A pipe whose ends are above the numbers that a child has use for.
static int high_pipe(int ends[2]) {
  int low[2];
  if (pipe2(low, O_CLOEXEC) != 0) return errno;
  for (int i = 0; i < 2; i++) {
    ends[i] = fcntl(low[i], F_DUPFD_CLOEXEC, 10);
    close(low[i]);
  }
  if (ends[0] >= 0 && ends[1] >= 0) return 0;
  int error = errno;
  for (int i = 0; i < 2; i++) {
    if (ends[i] >= 0) close(ends[i]);
    ends[i] = -1;
  }
  return error;
}

int ac_voice_say(char *const words[], const char *text, const char *word) {
  int ends[2] = {-1, -1}, line[2] = {-1, -1};
  pid_t child = 0;
  ac_voice_hush();
  listen();
  int error = high_pipe(ends);
  if (error != 0) return error;
  // Who is hushed by a word is not killed: it could not pass the word on.
  if (word == NULL) error = high_pipe(line);
  // Whatever it prints would soil the screen.
  if (error == 0) child = ac_spawn(words, ends[0], -1, -1, line[0]);
  if (child < 0) error = errno;
  close(ends[0]);
  if (error != 0) {
    close(ends[1]);
    for (int i = 0; i < 2; i++) {
      if (line[i] >= 0) close(line[i]);
    }
    return error;
  }
  if (word == NULL) {
    // However we end, the kernel tells the whole group when our end closes.
    fcntl(line[0], F_SETOWN, -child);
    fcntl(line[0], F_SETSIG, SIGKILL);
    fcntl(line[0], F_SETFL, fcntl(line[0], F_GETFL) | O_ASYNC);
    close(line[0]);
  }
  // A pipe holds a line or two without anybody reading; nothing here waits for a reader.
  fcntl(ends[1], F_SETFL, fcntl(ends[1], F_GETFL) | O_NONBLOCK);
  if (write(ends[1], text, strlen(text)) < 0) { /* it has ended already, and will be asked about */ }
  if (word == NULL) {
    close(ends[1]);
  } else {
    strncpy(last_word, word, sizeof last_word - 1);
    input = ends[1];
  }
  lifeline = line[1];
  speaking = child;
  return 0;
}

int ac_voice_news(void) { return ended; }

int ac_voice_ended(int *status) {
  ended = 0;
  for (int i = 0; i < most_hushed; i++) {
    if (hushed[i] != 0 && waitpid(hushed[i], NULL, WNOHANG) != 0) hushed[i] = 0;
  }
  int raw = 0;
  pid_t child = speaking;
  if (child <= 0 || waitpid(child, &raw, WNOHANG) != child) return 0;
  speaking = 0;
  close_end(&input);
  // The lifeline stays: what it has left behind in its group may speak, and is hushed by that.
  *status = WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
  return 1;
}

int ac_voice_speaks(void) { return speaking > 0; }
