import AllClearEngine
import Foundation
import Testing

@testable import allclear

/// The pages under "Something to read", each on its shelf.
@Suite("Something to read")
struct LearnTests {
  /// The first page, and the letter, are longer by their nature.
  static let long: Set<String> = ["does-it-work", "clinician-letter"]

  private static func pages() throws -> [(entry: Program.PageEntry, module: Module)] {
    let library = try #require(Library.real)
    return try library.program.pages.map { ($0, try #require(library.modules[$0.id], "\($0.id)")) }
  }

  @Test("each page has at most 200 words, and says that nobody has checked it")
  func length() throws {
    for (entry, module) in try Self.pages() {
      let text = module.allSteps.map(\.prose.plainText).joined(separator: "\n")
      if !Self.long.contains(entry.id) {
        let words = text.split(whereSeparator: \.isWhitespace).filter { word in
          word.contains { $0.isLetter || $0.isNumber }
        }
        #expect((50...200).contains(words.count), "\(entry.id): \(words.count)")
      }
      #expect(text.contains("Not yet checked by a clinician") == !module.isReviewed, "\(entry.id)")
    }
  }

  @Test("what a page names under see also is the title of another page")
  func seeAlso() throws {
    let pages = try Self.pages()
    let titles = Set(pages.map(\.entry.title))
    for (entry, module) in pages where !Self.long.contains(entry.id) {
      let last = try #require(module.allSteps.last)
      let named = last.prose.blocks.flatMap { block -> [String] in
        guard case .item(let runs) = block else { return [] }
        return runs.compactMap { if case .emphasis(let text) = $0 { text } else { nil } }
      }
      #expect(!named.isEmpty, "\(entry.id)")
      #expect(titles.isSuperset(of: named), "\(entry.id): \(named)")
      #expect(!named.contains(entry.title))
    }
  }

  @Test("each page stands on a shelf, and read lists it there")
  func shelves() throws {
    let program = try #require(Library.real).program
    let list = try Piped("read").output.components(separatedBy: "\n\n")
    for shelf in program.shelves {
      let part = try #require(list.first { $0.hasPrefix("Pages: " + shelf.title + "\n") })
      let pages = program.pages.filter { $0.shelf == shelf.id }
      #expect(!pages.isEmpty)
      #expect(part.split(separator: "\n").count == pages.count + 1)
      for page in pages { #expect(part.contains("\n" + page.id + " ")) }
    }
    #expect(program.pages.allSatisfy { $0.shelf != nil })
  }

  @Test("each page about a doubt is opened from the doubts")
  func doubts() throws {
    let library = try #require(Library.real)
    let module = try #require(library.modules["doubt"])
    var doors: Set<String> = []
    for step in module.allSteps {
      guard case .choose(_, let options, _) = step.kind else { continue }
      for option in options {
        if case .page(let id) = option.opens { doors.insert(id) }
      }
    }
    let shelf = Set(library.program.pages.filter { $0.shelf == "doubts" }.map(\.id))
    #expect(shelf.isSubset(of: doors), "\(shelf.subtracting(doors))")
  }
}
