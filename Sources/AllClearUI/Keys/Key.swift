/// One key press as a front end reports it.
public enum Key: Hashable, Sendable {
  /// A printable character, as typed.
  case character(Character)
  /// Control and a lower-case letter: `^G` is `.control("g")`.
  case control(Character)
  case enter, escape, tab, backTab, backspace, delete
  case left, right, up, down, home, end, pageUp, pageDown
  /// A function key, from 1.
  case function(Int)
  /// The wheel of a mouse, a notch up or down.
  case wheelUp, wheelDown
  /// A press of the first mouse button, at a place of the screen.
  case click(GridPoint)
  /// The terminal has another size now.
  case resized
}
