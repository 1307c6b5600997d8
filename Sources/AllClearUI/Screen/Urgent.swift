import AllClearEngine

/// The numbers that stand first on every page of an emergency or crisis prompt.
enum Urgent {
  /// Each number with its name, where they have room.
  static func full(_ numbers: [TelephoneNumber], width: Int) -> [StyledLine] {
    Item.numberLines(numbers, width: width)
  }

  /// The numbers alone, as in `911 · 999 · 112`.
  static func compact(_ numbers: [TelephoneNumber], width: Int, glyphs: Glyphs) -> [StyledLine] {
    var spans: [[Span]] = [[]]
    var used = 0
    let gap = glyphs.separator == "," ? ", " : " \(glyphs.separator) "
    for number in bare(numbers) {
      let columns = TextWidth.of(number)
      if used > 0, used + gap.count + columns > width {
        spans.append([])
        used = 0
      }
      if used > 0 {
        spans[spans.count - 1].append(Span(text: gap, role: .dim))
        used += gap.count
      }
      spans[spans.count - 1].append(Span(text: number, role: .urgent))
      used += columns
    }
    return spans.filter { !$0.isEmpty }.map { StyledLine($0) }
  }

  /// Every number once: `999 or 112` are two; what begins with a word, as `text 85258`, is one.
  static func bare(_ numbers: [TelephoneNumber]) -> [String] {
    var result: [String] = []
    for number in numbers {
      for part in parts(number.number) where !result.contains(part) { result.append(part) }
    }
    return result
  }

  private static func parts(_ number: String) -> [String] {
    guard number.first?.isNumber ?? false else { return [number] }
    var parts: [String] = []
    var part = ""
    for character in number + ";" {
      if character.isNumber || character == "-" || character == "+" {
        part.append(character)
      } else if character == " ", part.last?.isNumber ?? false {
        part.append(character)
      } else {
        if part.last == " " { part.removeLast() }
        if !part.isEmpty { parts.append(part) }
        part = ""
      }
    }
    return parts
  }

  /// Whether a text itself lists all these numbers.
  static func areListed(_ numbers: [TelephoneNumber], in prose: Prose?) -> Bool {
    guard let prose else { return false }
    let listed = prose.blocks.flatMap { block -> [TelephoneNumber] in
      if case .numbers(let list) = block { list } else { [] }
    }
    return numbers.allSatisfy(listed.contains)
  }
}
