// The screen: opening it and putting text on it.

// Before the first include: without these the wide functions and wcwidth are not declared.
#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include "CNcurses.h"
#include "internal.h"

static SCREEN *screen = NULL;
static int is_open = 0;
static int utf8 = 0;
static int cursor_row = 0, cursor_column = 0;

// The character type only: numbers stay portable. Nothing set, or a locale that is not installed,
// becomes C.UTF-8; a locale that was chosen and is not UTF-8 is honoured, with ASCII glyphs.
static void choose_locale(void) {
  const char *names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  int chosen = 0;
  for (int i = 0; i < 3; i++) {
    const char *value = getenv(names[i]);
    if (value != NULL && *value != 0) chosen = 1;
  }
  if (!chosen || setlocale(LC_CTYPE, "") == NULL) setlocale(LC_CTYPE, "C.UTF-8");
  utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

int ac_utf8(void) {
  if (screen == NULL) choose_locale();
  return utf8;
}

// The bytes that leave the screen, without the padding ("$<5>") that only `tputs` understands.
static const char *leave_bytes(void) {
  static char bytes[256];
  const char *names[] = {"sgr0", "cnorm", "rmkx", "rmcup"};
  size_t length = 0;
  for (int i = 0; i < 4; i++) {
    const char *text = tigetstr(names[i]);
    if (text == NULL || text == (char *)-1) continue;
    for (; *text != 0 && length + 1 < sizeof bytes; text++) {
      if (text[0] == '$' && text[1] == '<' && strchr(text, '>') != NULL) text = strchr(text, '>');
      else bytes[length++] = *text;
    }
  }
  for (const char *at = ac_mouse_leave(); *at != 0 && length + 1 < sizeof bytes;) {
    bytes[length++] = *at++;
  }
  bytes[length] = 0;
  return bytes;
}

static void set_up(void) {
  cbreak();  // ^C and ^Z stay signals; every other control key arrives as a key
  noecho();
  nonl();
  leaveok(stdscr, FALSE);  // the cursor stands on the focus: readers of the screen follow it
  ac_keys_prepare();
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  // ^S would freeze the screen, and look like a crash. Remembered, so that it holds after ^Z too.
  struct termios mode;
  if (tcgetattr(STDIN_FILENO, &mode) == 0) {
    mode.c_iflag &= ~(tcflag_t)IXON;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &mode);
    def_prog_mode();
  }
}

int ac_open(void) {
  if (is_open) return AC_OPENED;
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return AC_NOT_A_TERMINAL;
  ac_catch_signals();
  ac_guard_prepare();
  if (screen == NULL) {
    choose_locale();
    // Ask before opening: `initscr` would end the process, `newterm` does not say why.
    int found = 0;
    if (setupterm(NULL, STDOUT_FILENO, &found) != OK) return AC_UNKNOWN_TERMINAL;
    const char *move = tigetstr("cup");
    del_curterm(cur_term);
    if (move == NULL || move == (char *)-1) return AC_UNABLE_TERMINAL;
    if (getenv("ESCDELAY") == NULL) set_escdelay(25);
    // Exported by some shells, these would win over the window's size and deny every resize.
    unsetenv("LINES");
    unsetenv("COLUMNS");
    screen = newterm(NULL, stdout, stdin);
    if (screen == NULL) return AC_UNKNOWN_TERMINAL;
    set_up();
    atexit(ac_close);
  } else {
    reset_prog_mode();
    clearok(curscr, TRUE);
  }
  is_open = 1;
  ac_guard_begin(leave_bytes());
  return AC_OPENED;
}

void ac_close(void) {
  if (!is_open) return;
  is_open = 0;
  endwin();
  ac_guard_end();
}

int ac_colors(void) { return has_colors() ? COLORS : 0; }
int ac_is_open(void) { return is_open; }
int ac_rows(void) { return is_open ? getmaxy(stdscr) : 0; }
int ac_columns(void) { return is_open ? getmaxx(stdscr) : 0; }
void ac_erase(void) { if (is_open) erase(); }
void ac_bell(void) { if (is_open) beep(); }

void ac_cursor(int row, int column) {
  cursor_row = row;
  cursor_column = column;
}

void ac_flush(void) {
  if (!is_open) return;
  int row = cursor_row < 0 ? 0 : cursor_row, column = cursor_column < 0 ? 0 : cursor_column;
  if (row >= getmaxy(stdscr)) row = getmaxy(stdscr) - 1;
  if (column >= getmaxx(stdscr)) column = getmaxx(stdscr) - 1;
  move(row, column);
  wnoutrefresh(stdscr);
  // ncurses ignores SIGTSTP while it draws, and a ^Z just then would be lost. Blocked, it waits.
  sigset_t normal;
  sigprocmask(SIG_BLOCK, ac_wake_signals(), &normal);
  doupdate();
  sigprocmask(SIG_SETMASK, &normal, NULL);
}

// Pairs are made when they are first wanted. Pair 0 is the terminal's own and cannot be set.
static short pair(int foreground, int background) {
  static short pairs[257][257];
  static short next = 1;
  int known_colors = foreground >= -1 && foreground < 256 && background >= -1 && background < 256;
  if (!has_colors() || !known_colors || (foreground == -1 && background == -1)) return 0;
  short *made = &pairs[foreground + 1][background + 1];
  if (*made == 0 && next < COLOR_PAIRS) {
    if (init_pair(next, (short)foreground, (short)background) == OK) *made = next++;
  }
  return *made;
}

int ac_scalar(const unsigned char **text) {
  const unsigned char *at = *text;
  int more = *at >= 0xF0 ? 3 : *at >= 0xE0 ? 2 : *at >= 0xC0 ? 1 : 0;
  int value = more == 0 ? *at : *at & (0x3F >> more);
  for (at++; more > 0 && (*at & 0xC0) == 0x80; at++, more--) value = (value << 6) | (*at & 0x3F);
  *text = at;
  return more > 0 ? ac_replacement : value;
}

void ac_put(int row, int column, const char *text, int attributes, int foreground, int background) {
  if (!is_open || row < 0 || column < 0 || row >= getmaxy(stdscr)) return;
  int room = getmaxx(stdscr) - column;
  wchar_t clean[1024];
  int count = 0;
  for (const unsigned char *at = (const unsigned char *)text; *at != 0 && count < 1024;) {
    wchar_t next = (wchar_t)ac_scalar(&at);
    if (next < 32 || (next >= 127 && next < 160)) next = ac_replacement;
    if (!utf8 && (next > 126 && wctob((wint_t)next) == EOF)) next = '?';
    int width = wcwidth(next);
    if (width < 0) next = utf8 ? ac_replacement : '?', width = 1;
    if (width > room) break;  // a wide one in the last column would wrap to the next row
    room -= width;
    clean[count++] = next;
  }
  if (count == 0) return;
  attr_t style = 0;
  if (attributes & AC_BOLD) style |= A_BOLD;
  if (attributes & AC_DIM) style |= A_DIM;
  if (attributes & AC_REVERSE) style |= A_REVERSE;
  if (attributes & AC_UNDERLINE) style |= A_UNDERLINE;
  if (COLORS < 16 && foreground > 7) foreground -= 8, style |= A_BOLD;
  if (COLORS < 16 && background > 7) background -= 8;
  attr_set(style, pair(foreground, background), NULL);
  mvaddnwstr(row, column, clean, count);
}
