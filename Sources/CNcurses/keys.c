// Keys: waiting for one, and making one value of what the terminal sent.

#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#include <ncurses.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "CNcurses.h"
#include "internal.h"

// Keys are read from a pad, because a pad is never drawn: a read has no effect on the screen.
static WINDOW *input = NULL;
static int uses_mouse = 0;

// Press and release that arrive together come as a click.
#define MOUSE_PRESS \
  (BUTTON1_PRESSED | BUTTON1_CLICKED | BUTTON1_DOUBLE_CLICKED | BUTTON1_TRIPLE_CLICKED)

// In keypad mode xterm's description knows only application sequences (ESC O A); some terminals
// and pastes send the normal ones. PuTTY's number pad sends digits as ESC O p and on.
static void define_keys(void) {
  static const struct { const char *sequence; int key; } keys[] = {
      {"\033[A", KEY_UP}, {"\033[B", KEY_DOWN}, {"\033[C", KEY_RIGHT}, {"\033[D", KEY_LEFT},
      {"\033OA", KEY_UP}, {"\033OB", KEY_DOWN}, {"\033OC", KEY_RIGHT}, {"\033OD", KEY_LEFT},
      {"\033[H", KEY_HOME}, {"\033[F", KEY_END}, {"\033OH", KEY_HOME}, {"\033OF", KEY_END},
      {"\033[1~", KEY_HOME}, {"\033[4~", KEY_END}, {"\033[Z", KEY_BTAB}, {"\033OM", KEY_ENTER},
  };
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    define_key(keys[i].sequence, keys[i].key);
  }
  for (int digit = 0; digit < 10; digit++) {
    char sequence[] = {27, 'O', (char)('p' + digit), 0};
    define_key(sequence, '0' + digit);
  }
}

static void listen_to_mouse(void) {
  mousemask(uses_mouse ? MOUSE_PRESS | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
  mouseinterval(0);  // a press is told at once, and not held back to see whether it is a click
}

void ac_keys_prepare(void) {
  input = newpad(1, 1);
  keypad(input, TRUE);
  define_keys();
  if (uses_mouse) listen_to_mouse();
}

void ac_mouse(int on) {
  if (uses_mouse == on) return;
  uses_mouse = on;
  if (ac_is_open()) listen_to_mouse();
}

const char *ac_mouse_leave(void) { return uses_mouse ? "\033[?1006l\033[?1000l" : ""; }

static int mouse(int *value) {
  MEVENT event;
  if (!uses_mouse || getmouse(&event) != OK) return AC_NONE;
  int kind = event.bstate & MOUSE_PRESS       ? AC_MOUSE_PRESS
             : event.bstate & BUTTON4_PRESSED ? AC_MOUSE_WHEEL_UP
             : event.bstate & BUTTON5_PRESSED ? AC_MOUSE_WHEEL_DOWN
                                              : 0;
  if (kind == 0 || event.x < 0 || event.y < 0) return AC_NONE;
  *value = kind << 24 | (event.y & 0xFFF) << 12 | (event.x & 0xFFF);
  return AC_MOUSE;
}

static int next_key(int timeout_ms) {
  wtimeout(input, timeout_ms);
  return wgetch(input);
}

// A key that ncurses knows and we do not, or a sequence that it does not know: nothing. Its letters
// must not act as keys, nor its Esc as going back.
static int swallow_sequence(void) {
  int introducer = next_key(0);
  if (introducer != '[' && introducer != 'O') {
    if (introducer != ERR) ungetch(introducer);
    return 0;
  }
  int key = next_key(0);
  if (key == ERR && introducer == 'O') ungetch('O');  // Alt and O, or Esc and then O
  if (key == ERR) return introducer == '[';
  while (introducer == '[' && key >= 0x20 && key < 0x40) key = next_key(50);
  return 1;
}

// Bytes come one by one and are put together here. `get_wch` would lose a letter whose bytes
// arrive apart, and would eat what follows a byte that is not UTF-8.
static int character(int byte, int *value) {
  *value = byte;
  if (byte == 27) return swallow_sequence() ? AC_NONE : AC_CHARACTER;
  if (byte < 0x80) return AC_CHARACTER;
  if (!ac_utf8()) {
    wint_t wide = btowc(byte);
    *value = wide == WEOF ? ac_replacement : (int)wide;
    return AC_CHARACTER;
  }
  unsigned char bytes[5] = {(unsigned char)byte};
  int wanted = byte >= 0xF5 ? 0 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0;
  for (int i = 1; i < wanted; i++) {
    int key = next_key(100);
    if (key < 0x80 || key > 0xBF) {
      if (key != ERR) ungetch(key);
      wanted = 0;
    } else {
      bytes[i] = (unsigned char)key;
    }
  }
  const unsigned char *at = bytes;
  int found = wanted == 0 ? ac_replacement : ac_scalar(&at);
  int least = wanted == 4 ? 0x10000 : wanted == 3 ? 0x800 : 0x80;
  int surrogate = found >= 0xD800 && found <= 0xDFFF;
  *value = found < least || found > 0x10FFFF || surrogate ? ac_replacement : found;
  return AC_CHARACTER;
}

static int special(int key, int *value) {
  static const struct { int key, value; } keys[] = {
      {KEY_LEFT, AC_KEY_LEFT}, {KEY_RIGHT, AC_KEY_RIGHT}, {KEY_UP, AC_KEY_UP},
      {KEY_DOWN, AC_KEY_DOWN}, {KEY_HOME, AC_KEY_HOME}, {KEY_END, AC_KEY_END},
      {KEY_FIND, AC_KEY_HOME}, {KEY_SELECT, AC_KEY_END}, {KEY_PPAGE, AC_KEY_PAGE_UP},
      {KEY_NPAGE, AC_KEY_PAGE_DOWN}, {KEY_ENTER, AC_KEY_ENTER}, {KEY_BACKSPACE, AC_KEY_BACKSPACE},
      {KEY_DC, AC_KEY_DELETE}, {KEY_BTAB, AC_KEY_BACK_TAB},
  };
  if (key == KEY_RESIZE) return AC_RESIZED;
  if (key == KEY_MOUSE && uses_mouse) return mouse(value);
  if (key == KEY_MOUSE) {
    // Nobody asked for it: what follows its first bytes is no key.
    int rest = next_key(0);
    while (rest >= 0x20 && rest < 0x40) rest = next_key(50);
  }
  if (key > KEY_F(0) && key <= KEY_F(63)) *value = AC_KEY_FUNCTION + key - KEY_F(0);
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    if (keys[i].key == key) *value = keys[i].value;
  }
  return *value == 0 ? AC_NONE : AC_KEY;
}

// After ^Z and fg ncurses has set its modes again; after SIGSTOP nobody has. Nor does anybody tell
// a stopped program that its window was resized meanwhile. Everything is drawn again.
static void come_back(void) {
  reset_prog_mode();
  clearok(curscr, TRUE);
  struct winsize size;
  int known = ioctl(STDIN_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0;
  if (known && is_term_resized(size.ws_row, size.ws_col)) resizeterm(size.ws_row, size.ws_col);
}

// Readable, and nothing to read: the other end is gone.
static int at_end(int events) {
  int waiting = 0;
  if (events & (POLLHUP | POLLERR | POLLNVAL)) return 1;
  if (!(events & POLLIN)) return 0;
  if (ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 && waiting > 0) return 0;
  return (ac_poll(0, NULL) & POLLIN) != 0;
}

int ac_read(int timeout_ms, int *value) {
  *value = 0;
  if (!ac_is_open()) return AC_CLOSED;
  if (mouse(value) == AC_MOUSE) return AC_MOUSE;  // of several that came together
  sigset_t normal;
  int events = 0;
  sigprocmask(SIG_BLOCK, ac_wake_signals(), &normal);
  int back = ac_continued();
  int key = back ? ERR : next_key(0);  // a key already read, or a resize that came while drawing
  if (!back && key == ERR && ac_signal() == 0 && !ac_voice_news()) {
    events = ac_poll(timeout_ms, &normal);
    back = ac_continued();
    key = back ? ERR : next_key(0);
  }
  sigprocmask(SIG_SETMASK, &normal, NULL);
  if (back) return come_back(), AC_RESIZED;
  if (key >= KEY_MIN) return special(key, value);
  if (key != ERR) return character(key, value);
  return at_end(events) ? AC_CLOSED : AC_NONE;
}
