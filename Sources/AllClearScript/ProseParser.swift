import AllClearEngine

/// Prose as it was parsed, with what is still to be checked about it.
struct ParsedProse {
  var prose: Prose
  var text: Text
  var holes: [HoleUse]

  /// An answer's name in a hole.
  struct HoleUse {
    var name: String
    var reference: Reference
    var hasFallback: Bool
    /// Where the name begins, in scalars from the beginning of the text.
    var offset: Int
  }
}

/// Parses light Markdown: paragraphs, `- ` items, `*emphasis*` and holes.
struct ProseParser {
  let report: Report

  /// A scalar and its place in the text.
  typealias Piece = (scalar: Unicode.Scalar, offset: Int)

  /// Parses a text, reporting what is wrong with it.
  func parse(_ text: Text, holes allowed: InlineParser.Holes = .answers) -> ParsedProse {
    var result = ParsedProse(prose: Prose([]), text: text, holes: [])
    for block in blocks(Array(text.string.unicodeScalars)) {
      if !block.isItem, let list = numbers(block.pieces) {
        if allowed == .none {
          report.add(
            .holeNotHere, in: text, offset: block.pieces.first?.offset ?? 0,
            "no hole may stand here")
        }
        result.prose.blocks.append(.numbersHole(list))
        continue
      }
      var inline = InlineParser(block.pieces, text: text, allowed: allowed, report: report)
      let runs = inline.runs()
      result.holes += inline.holes
      result.prose.blocks.append(block.isItem ? .item(runs) : .paragraph(runs))
    }
    return result
  }

  /// Parses a line without blocks, as a cue has it.
  func line(_ text: Text, holes allowed: InlineParser.Holes = .answers) -> (
    runs: [Prose.Run], holes: [ParsedProse.HoleUse]
  ) {
    let pieces = text.string.unicodeScalars.enumerated().map { Piece($1 == "\n" ? " " : $1, $0) }
    var inline = InlineParser(trimmed(pieces), text: text, allowed: allowed, report: report)
    return (inline.runs(), inline.holes)
  }

  private func numbers(_ pieces: [Piece]) -> Prose.NumberList? {
    guard pieces.first?.scalar == "{", pieces.last?.scalar == "}" else { return nil }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: pieces.dropFirst().dropLast().map(\.scalar))
    return Prose.NumberList(rawValue: String(name))
  }

  private struct Block {
    var isItem: Bool
    var pieces: [Piece]
  }

  /// Joins the lines of each paragraph and item.
  private func blocks(_ scalars: [Unicode.Scalar]) -> [Block] {
    var blocks: [Block] = []
    var isOpen = false
    for line in scalars.split(separator: "\n", omittingEmptySubsequences: false) {
      let pieces = line.indices.map { Piece(line[$0], $0) }
      let content = trimmed(pieces)
      guard let first = content.first else {
        isOpen = false
        continue
      }
      let isIndented = line.first == " "
      let isItem = first.scalar == "-" && content.count > 1 && content[1].scalar == " "
      if isItem && (!isIndented || blocks.last?.isItem == true || !isOpen) {
        blocks.append(Block(isItem: true, pieces: trimmed(Array(content.dropFirst(2)))))
        isOpen = true
      } else if isOpen, let last = blocks.indices.last, !blocks[last].isItem || isIndented {
        blocks[last].pieces.append((" ", first.offset))
        blocks[last].pieces += content
      } else {
        blocks.append(Block(isItem: false, pieces: content))
        isOpen = true
      }
    }
    return blocks
  }

  private func trimmed(_ pieces: [Piece]) -> [Piece] {
    let front = pieces.drop { $0.scalar == " " }
    let back = front.reversed().drop { $0.scalar == " " }
    return back.reversed()
  }
}
