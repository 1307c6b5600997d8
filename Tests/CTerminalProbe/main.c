// A program that only shows what the terminal layer tells it, so that a test can drive the layer
// through a real pseudo-terminal. `q` ends it. `plain` waits without a screen, `clock` prints what
// the clocks say; before the first key `crash` writes through a null pointer, `abort` aborts, and
// `noise` prints on standard error.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CNcurses.h"

static int row = 1, stops = 0;

static void show(const char *word, int value) {
  char line[80];
  snprintf(line, sizeof line, "%s %d", word, value);
  ac_put(row, 0, line, AC_BOLD, 2, -1);
  ac_flush();
  row = row + 1 < ac_rows() ? row + 1 : 1;
}

static void greet(void) {
  char line[120];
  snprintf(
      line, sizeof line, "ready %dx%d colors %d utf8 %d åé→ stops %d", ac_columns(), ac_rows(),
      ac_colors(), ac_utf8(), stops);
  ac_erase();
  ac_put(0, 0, line, 0, -1, -1);
  ac_cursor(0, 3);
  ac_flush();
  row = 1;
}

// A day in January and one in July 2026.
static int clocks(void) {
  printf(
      "offsets %d %d\n", ac_utc_offset_minutes(1768435200000), ac_utc_offset_minutes(1784073600000));
  printf("boot %d wall %d\n", ac_boottime_ns() > 0, ac_wall_ms() > 1768435200000);
  return 0;
}

static int plain(void) {
  char line[80];
  ac_catch_signals();
  printf("waiting\n");
  fflush(stdout);
  while (ac_signal() == 0) {
    int ready = ac_wait(-1);
    if (ready && fgets(line, sizeof line, stdin) != NULL) printf("readable %d: %s", ready, line);
    fflush(stdout);
  }
  ac_exit_by_signal(ac_signal());
}

int main(int count, char **arguments) {
  if (count > 1 && strcmp(arguments[1], "clock") == 0) return clocks();
  if (count > 1 && strcmp(arguments[1], "plain") == 0) return plain();
  if (count > 1 && strcmp(arguments[1], "mouse") == 0) ac_mouse(1);
  int opened = ac_open();
  if (opened != AC_OPENED) {
    printf("no screen %d\n", opened);
    return 1;
  }
  greet();
  for (int i = 1; i < count; i++) {
    if (strcmp(arguments[i], "noise") == 0) fprintf(stderr, "a word on standard error\n");
    if (strcmp(arguments[i], "crash") == 0) *(volatile int *)0 = 1;
    if (strcmp(arguments[i], "abort") == 0) abort();
  }
  for (;;) {
    int value = 0;
    int kind = ac_read(-1, &value);
    if (ac_signal() != 0) ac_exit_by_signal(ac_signal());
    if (kind == AC_CHARACTER && value == 'q') break;
    if (kind == AC_CHARACTER) show("character", value);
    if (kind == AC_KEY) show("key", value);
    if (kind == AC_MOUSE) {
      char line[40];
      snprintf(
          line, sizeof line, "mouse %d row %d column", value >> 24, value >> 12 & 0xFFF);
      show(line, value & 0xFFF);
    }
    if (kind == AC_CLOSED) return 3;
    stops += ac_stopped();
    if (kind == AC_RESIZED) greet();
  }
  ac_close();
  return 0;
}
