import AllClearEngine
import Testing

@testable import AllClearUI

@Suite struct EditorTests {
  private func written(_ text: String) -> Editor {
    var editor = Editor()
    for character in text {
      if character == "\n" { editor.newLine() } else { editor.type(character) }
    }
    return editor
  }

  @Test("the cursor and Backspace go by whole characters")
  func graphemes() {
    var editor = written("ä👩‍🔬e\u{301}!")
    editor.left()
    editor.erase()
    editor.erase()
    #expect(editor.string == "ä!")
    editor.right()
    editor.right()
    editor.erase()
    #expect(editor.string == "ä")
  }

  @Test("an accent that is typed after its letter joins it")
  func combining() {
    let editor = written("e")
    var joined = editor
    joined.type("\u{301}")
    #expect(joined.string.count == 1)
    #expect(joined.cursor == 1)
  }

  @Test("a paste of escape sequences leaves only letters")
  func garbage() {
    let editor = written("a\u{1B}[31mb\u{7}\u{0}\u{9B}c\u{7F}\u{FFFD}")
    #expect(editor.string == "a[31mbc")
    let layout = EditorLayout(written("x\u{202E}y\u{200B}\u{2028}z"), width: 20)
    #expect(TextWidth.of(layout.string(0)) <= 20)
  }

  @Test("rows break at words, and a long word is cut")
  func rows() {
    let layout = EditorLayout(written("one two three\n\nfourfivesix"), width: 8)
    #expect(
      layout.rows.indices.map(layout.string) == ["one two ", "three", "", "fourfive", "six"])
  }

  @Test("no row is wider than its room, whatever stands in it")
  func widths() {
    let text = "暖かい部屋で e\u{301}t\u{e9} 👩‍🔬👩‍🔬👩‍🔬 longerthanarowcanbe   and\tspace\nnew"
    for width in 2...30 {
      let editor = Editor(text)
      let layout = EditorLayout(editor, width: width)
      for row in layout.rows.indices {
        let shown = ScreenState.trimmed(layout.string(row))
        #expect(TextWidth.of(shown) <= max(width, 4), "\(shown) at \(width)")
      }
      #expect(layout.rows.first?.start == 0 && layout.rows.last?.end == editor.text.count)
      #expect(layout.cursor.column <= width)
    }
  }

  @Test("up and down keep the column as far as the text allows")
  func upAndDown() {
    var editor = written("first line\nab\nthird line")
    editor.move(rows: -1, width: 40)
    #expect(editor.cursor == 13)
    editor.move(rows: -1, width: 40)
    editor.type("X")
    #expect(editor.string.hasPrefix("fiXrst"))
    editor.move(rows: -1, width: 40)
    #expect(editor.cursor == 0)
    editor.toLineEnd(width: 40)
    #expect(editor.cursor == 11)
    editor.move(rows: 9, width: 40)
    #expect(editor.cursor == editor.text.count)
    editor.toLineStart(width: 40)
    editor.eraseAfter()
    #expect(editor.string.hasSuffix("hird line"))
  }

  @Test("in a text of many rows the cursor always stands where its letter goes")
  func everyPlace() {
    let editor = Editor("one two three four\nfive sixseveneight nine")
    for width in 3...12 {
      var walker = editor
      while walker.cursor > 0 {
        let layout = EditorLayout(walker, width: width)
        let place = layout.offset(row: layout.cursor.row, column: layout.cursor.column)
        #expect(place == walker.cursor || layout.cursor.column >= width - 1)
        walker.left()
      }
    }
  }
}
