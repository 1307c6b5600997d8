// A narrow door to ncurses. Swift sees only this page: plain functions, ints and C strings.
//
// It does not include <ncurses.h>: half of that header does not come through the importer, its
// global variables are refused in Swift 6 mode, and its function names (move, clear, timeout)
// collide with names of our own.

#ifndef ALLCLEAR_CNCURSES_H
#define ALLCLEAR_CNCURSES_H

// What `ac_open` returns.
enum {
  AC_OPENED = 0,
  AC_NOT_A_TERMINAL = 1,  // standard input or standard output is no terminal
  AC_UNKNOWN_TERMINAL = 2,  // TERM is unset, or no entry describes it
  AC_UNABLE_TERMINAL = 3,  // it is described, and cannot move its cursor
};

// Attributes of `ac_put`, to be added up.
enum { AC_BOLD = 1, AC_DIM = 2, AC_REVERSE = 4, AC_UNDERLINE = 8 };

// What `ac_read` returns.
enum {
  AC_NONE = 0,  // nothing yet: the time is over, or a signal came; ask the clock, not this
  AC_CHARACTER = 1,  // the value is a Unicode scalar; control keys come as 0-31 and 127
  AC_KEY = 2,  // the value is one of the keys below
  AC_RESIZED = 3,  // `ac_rows` and `ac_columns` are new; draw everything again
  AC_CLOSED = 4,  // end of input: the terminal is gone
  AC_MOUSE = 5,  // the value is kind << 24 | row << 12 | column, both from 0
};

// Keys that are no characters. Function key n is AC_KEY_FUNCTION + n.
enum {
  AC_KEY_LEFT = 1, AC_KEY_RIGHT, AC_KEY_UP, AC_KEY_DOWN, AC_KEY_HOME, AC_KEY_END,
  AC_KEY_PAGE_UP, AC_KEY_PAGE_DOWN, AC_KEY_ENTER, AC_KEY_BACKSPACE, AC_KEY_DELETE,
  AC_KEY_BACK_TAB, AC_KEY_FUNCTION = 100,
};

// Kinds of AC_MOUSE: a press of the first button, or a notch of the wheel.
enum { AC_MOUSE_PRESS = 1, AC_MOUSE_WHEEL_UP = 2, AC_MOUSE_WHEEL_DOWN = 3 };

// terminal.c: the screen. Opens once; after `ac_close` it may be opened again.
int ac_open(void);
void ac_close(void);
int ac_utf8(void);  // 1 when the locale writes UTF-8; if not, draw with the ASCII glyphs
int ac_colors(void);  // how many colours, 0 on a monochrome terminal
int ac_rows(void);
int ac_columns(void);
void ac_erase(void);
// Text clipped at the edge of the screen; a colour is 0-255 (16 and more where the terminal has as
// many), or -1 for the terminal's own.
void ac_put(int row, int column, const char *utf8, int attributes, int foreground, int background);
void ac_cursor(int row, int column);
void ac_flush(void);  // the cursor is on its place at the end of every frame
void ac_bell(void);

// keys.c
void ac_mouse(int on);  // at any time; while it is off the terminal selects text by itself
int ac_read(int timeout_ms, int *value);  // -1 waits for ever

// restore.c: signals, and the terminal given back whatever happens.
void ac_catch_signals(void);  // also called by `ac_open`; of use to a front end without a screen
int ac_signal(void);  // the first signal that asked us to end (INT, TERM, HUP, QUIT), or 0
int ac_stopped(void);  // 1 once after the process was stopped and went on
int ac_wait(int timeout_ms);  // 1 when standard input can be read, 0 after time or a signal
_Noreturn void ac_exit_by_signal(int signal);  // closes, and ends with 128 + signal

// spawn.c: another program, found on PATH and waited for; no shell. Its input is empty.
// `output` gets what it prints, errors too, ended with 0, as far as there is room.
// Returns its exit status, or one of these.
enum {
  AC_NOT_STARTED = -1,  // there is no such program, or it cannot be started
  AC_NOT_ENDED = -2,  // it did not end in time, or a signal ended it
};
int ac_run(char *const arguments[], char *output, int room, int timeout_ms);

// voice.c: another program says a line. One speaks at a time; none outlives us, however we end.
// Starts it with the line on its standard input, and hushes the one before. A program that only asks
// another one to speak is hushed by `word` on that input; for every other it is NULL, and the whole
// process group is killed. Returns 0, or an errno: ENOENT where there is no such program.
int ac_voice_say(char *const words[], const char *text, const char *word);
void ac_voice_hush(void);
int ac_voice_news(void);  // 1 when a voice may have ended: no wait is long before this is asked of
int ac_voice_ended(int *status);  // 1 once for a voice that has ended unhushed; takes that news in
int ac_voice_speaks(void);  // 1 while its program runs

// clock.c: the two readings of `now`.
long long ac_boottime_ns(void);  // goes on while the machine sleeps; never set back
long long ac_wall_ms(void);  // UTC, since 1970
int ac_utc_offset_minutes(long long wall_ms);

#endif
