import AllClearUI
import CNcurses

/// How a run of text looks: what a theme makes of a role.
struct TerminalStyle: Hashable {
  /// One of the sixteen colours that have names, or of the 240 that follow them where the terminal
  /// has so many.
  typealias Color = Int

  var bold = false
  var dim = false
  var reverse = false
  var underline = false
  /// 0 to 255, or nil for the terminal's own.
  var foreground: Color?
  /// 0 to 255, or nil for the terminal's own.
  var background: Color?

  fileprivate var attributes: Int32 {
    (bold ? Int32(AC_BOLD) : 0) | (dim ? Int32(AC_DIM) : 0)
      | (reverse ? Int32(AC_REVERSE) : 0) | (underline ? Int32(AC_UNDERLINE) : 0)
  }
}

/// Why there is no screen; the caller goes on in plain mode.
enum TerminalError: Error {
  /// Standard input or standard output is a pipe or a file.
  case notATerminal
  /// `TERM` is unset, or no description of it is installed.
  case unknown
  /// The terminal cannot move its cursor.
  case unable
}

/// What came of waiting for the person.
enum Input: Hashable {
  case key(Key)
  /// The wait is over, or was cut short: only the clock says which.
  case nothing
  /// End of input: the terminal is gone.
  case closed
  /// A signal that asks the program to end. It is reported until the program does.
  case signal(Int32)
}

/// The screen: the only door to ncurses.
///
/// A class because there is one terminal. It belongs to one thread; nothing else may print while
/// it is open. It is given back by `close()`, by `exit` and by a crash.
final class Terminal {
  /// Takes the terminal over.
  /// - Parameter mouse: whether presses and the wheel come as keys; the terminal then no longer
  ///   selects text by itself.
  init(mouse: Bool = false) throws(TerminalError) {
    ac_mouse(mouse ? 1 : 0)
    switch Int(ac_open()) {
    case Int(AC_OPENED): break
    case Int(AC_NOT_A_TERMINAL): throw .notATerminal
    case Int(AC_UNABLE_TERMINAL): throw .unable
    default: throw .unknown
    }
  }

  /// Whether presses and the wheel come as keys from now on.
  func reads(mouse: Bool) {
    ac_mouse(mouse ? 1 : 0)
  }

  deinit {
    close()
  }

  /// Gives the terminal back, and prints what was meant for standard error meanwhile.
  func close() {
    ac_close()
  }

  var rows: Int { Int(ac_rows()) }
  var columns: Int { Int(ac_columns()) }

  /// How many colours there are: 0 on a monochrome terminal.
  var colors: Int { Int(ac_colors()) }

  /// Whether the locale writes UTF-8; if not, the ASCII glyphs are for it.
  var isUTF8: Bool { ac_utf8() == 1 }

  /// Whether the process was stopped, and went on, since this was last asked.
  func wasStopped() -> Bool {
    ac_stopped() == 1
  }

  // MARK: Drawing

  /// Begins a frame: every cell is blank.
  func erase() {
    ac_erase()
  }

  /// Puts text on one row, clipped at the edge, with controls in it replaced.
  func put(row: Int, column: Int, _ text: String, style: TerminalStyle = TerminalStyle()) {
    ac_put(
      Int32(clamping: row), Int32(clamping: column), text, style.attributes,
      Int32(clamping: style.foreground ?? -1), Int32(clamping: style.background ?? -1))
  }

  /// Ends a frame: what changed is sent, and the cursor is left on the focus.
  func flush(cursorRow: Int, cursorColumn: Int) {
    ac_cursor(Int32(clamping: cursorRow), Int32(clamping: cursorColumn))
    ac_flush()
  }

  func bell() {
    ac_bell()
  }

  // MARK: Reading

  /// Waits for a key, at most so long; nil waits for ever.
  ///
  /// It may come back early with nothing, so the caller asks the clock what time it is. After a
  /// stop and `fg` it comes back with `.key(.resized)`: everything is to be drawn again.
  func read(timeoutMilliseconds: Int?) -> Input {
    if ac_signal() != 0 { return .signal(ac_signal()) }
    var value: Int32 = 0
    let kind = ac_read(timeoutMilliseconds.map { Int32(clamping: max(0, $0)) } ?? -1, &value)
    switch Int(kind) {
    case Int(AC_CHARACTER): return Key(scalar: value).map(Input.key) ?? .nothing
    case Int(AC_KEY): return Key(special: Int(value)).map(Input.key) ?? .nothing
    case Int(AC_MOUSE): return Key(mouse: Int(value)).map(Input.key) ?? .nothing
    case Int(AC_RESIZED): return .key(.resized)
    // A terminal that goes away says so by a signal too.
    case Int(AC_CLOSED): return ac_signal() == 0 ? .closed : .signal(ac_signal())
    default: return ac_signal() == 0 ? .nothing : .signal(ac_signal())
    }
  }
}

extension Key {
  /// A key that arrived as a character; nil for a control character without a letter.
  init?(scalar value: Int32) {
    switch value {
    case 8, 127: self = .backspace
    case 9: self = .tab
    case 10, 13: self = .enter
    case 27: self = .escape
    case 1...26:
      self = .control(Character(UnicodeScalar(UInt8(value) + 96)))
    case 32...:
      guard let scalar = UnicodeScalar(UInt32(value)) else { return nil }
      self = .character(Character(scalar))
    default: return nil
    }
  }

  /// What the mouse did, as `CNcurses.h` packs it; nil for anything else.
  init?(mouse value: Int) {
    switch value >> 24 {
    case Int(AC_MOUSE_PRESS):
      self = .click(GridPoint(row: value >> 12 & 0xFFF, column: value & 0xFFF))
    case Int(AC_MOUSE_WHEEL_UP): self = .wheelUp
    case Int(AC_MOUSE_WHEEL_DOWN): self = .wheelDown
    default: return nil
    }
  }

  /// A key by its number in `CNcurses.h`; nil when it has none here.
  init?(special value: Int) {
    switch value {
    case Int(AC_KEY_LEFT): self = .left
    case Int(AC_KEY_RIGHT): self = .right
    case Int(AC_KEY_UP): self = .up
    case Int(AC_KEY_DOWN): self = .down
    case Int(AC_KEY_HOME): self = .home
    case Int(AC_KEY_END): self = .end
    case Int(AC_KEY_PAGE_UP): self = .pageUp
    case Int(AC_KEY_PAGE_DOWN): self = .pageDown
    case Int(AC_KEY_ENTER): self = .enter
    case Int(AC_KEY_BACKSPACE): self = .backspace
    case Int(AC_KEY_DELETE): self = .delete
    case Int(AC_KEY_BACK_TAB): self = .backTab
    case (Int(AC_KEY_FUNCTION) + 1)...: self = .function(value - Int(AC_KEY_FUNCTION))
    default: return nil
    }
  }
}
