// What the person has written: every text that is kept, the newest first, each to be read whole.
//
// It is no part of the digest: it is brought when it is shown, and again after something was kept.

extension App.State {
  /// Whether what is shown reads what was written.
  var needsWritings: Bool {
    guard writings == nil else { return false }
    switch stack.last {
    case .menu(.writings), .menu(.writing), .menu(.erasing), .menu(.letter), .rewriting:
      return true
    default: return revisedPlace != nil
    }
  }

  /// Takes in what was brought.
  mutating func take(_ writings: [Writing]) {
    self.writings = writings.map { $0.following(program.renamed) }
    asksForLoad.remove(.writings)
  }

  /// Opens a list or page of what was written; what could not be read may be readable now.
  mutating func showWritings(_ menu: Menu) {
    missing.remove(.writings)
    writings = nil
    stack.append(.menu(menu))
  }

  func writing(_ id: RecordID) -> Writing? { writings?.first { $0.id == id } }

  // MARK: Ways there

  /// The ways to what was written, among one's own words.
  func writingDoors() -> [Item] {
    let hasWritten = digest.facts.contains { if case .text = $0 { true } else { false } }
    let canWrite =
      options.journal == .kept && (program.roles.journal != nil || program.roles.letGo != nil)
    let all: Item? =
      hasWritten || canWrite
      ? Item(id: "written", text: phrases(.writings), does: .open(.writings)) : nil
    return [all, letterItem()].compactMap { $0 }
  }

  /// The way to the letter to oneself: to read it, or to write it where there is none yet.
  func letterItem() -> Item? {
    guard let module = program.roles.ownLetter else { return nil }
    let isThere =
      if case .text = digest.facts[module, Program.Roles.letterStep] { true } else { false }
    guard isThere || options.journal == .kept else { return nil }
    return Item(id: "my-letter", text: phrases(.ownLetter), does: .open(.letter))
  }

  // MARK: The list

  func writingItems(at now: Now) -> [Item] {
    var items: [Item] = []
    if options.journal == .kept {
      if let journal = program.roles.journal {
        items.append(
          Item(id: "write", text: phrases(.writeSomething), does: .open(.module(journal))))
      }
      if let letGo = program.roles.letGo {
        items.append(
          Item(id: "let-go", text: phrases(.writeAndLetGo), does: .open(.module(letGo))))
      }
    }
    return items
      + (writings ?? []).map { writing in
        Item(
          id: writing.id.text, text: heading(of: writing, at: now) + "\n" + writing.begins,
          searched: writing.text, does: .show(.writing(writing.id)))
      }
  }

  func writingsQuestion() -> String {
    if missing.contains(.writings) { return phrases(.writingsUnread) }
    let text = phrases(writings?.isEmpty == false ? .writingsQuestion : .ownNothing)
    return options.journal == .kept ? text : text + "\n" + phrases(.ownReadAlone)
  }

  /// The day on which something was written, and where.
  private func heading(of writing: Writing, at now: Now) -> String {
    let date = phrases.date(writing.at.day, today: now.wall.day)
    guard let title = title(of: writing.module) else { return date }
    return phrases(.writingLine, ["date": date, "title": title])
  }

  /// What a module is called; `nil` for one that is there no more.
  func title(of module: String) -> String? {
    program.module(module)?.title ?? program.practice(module)?.title ?? program.page(module)?.title
  }

  // MARK: A text

  /// A text whole, with its day, and what was asked where that tells what it is about.
  func page(of id: RecordID, at now: Now) -> Prose {
    guard let writing = writing(id) else { return Prose(phrases(.writingsUnread)) }
    let date = phrases.date(writing.at.day, today: now.wall.day)
    var blocks: [Prose.Block] = [.paragraph([.emphasis(date)])]
    let isFree = [program.roles.journal, program.roles.ownLetter].contains(writing.module)
    if let asked = writing.asked, !isFree {
      blocks += Self.paragraphs(asked).map { .paragraph([.emphasis($0)]) }
    }
    return Prose(blocks + Self.paragraphs(writing.text).map { .paragraph([.plain($0)]) })
  }

  /// Which text a page shows: after a change it is read from its beginning, where that is said.
  func version(of menu: Menu) -> String {
    switch menu {
    case .writing(let id): writing(id).map { "/" + $0.record.text } ?? ""
    case .letter: letter.map { "/" + $0.record.text } ?? ""
    default: ""
    }
  }

  /// Going back comes first: Enter that turned the pages does not change a word.
  func pageItems(of id: RecordID) -> [Item] {
    let back = Item(id: "back", text: phrases(.goBack), does: .back)
    guard let writing = writing(id), canChange(writing) else { return [back] }
    let change: Phrase = ownDrafts[Self.key(of: id)] == nil ? .writingChange : .writingGoOn
    return [back, Item(id: "change", text: phrases(change), does: .rewrite(id))]
      + [eraseItem(of: id)].compactMap { $0 }
  }

  /// A text of a session that waits beneath is changed there.
  private func canChange(_ writing: Writing) -> Bool {
    options.journal == .kept
      && !stack.contains { activity in
        if case .session(let session) = activity {
          session.info.id == writing.record.session
        } else {
          false
        }
      }
  }

  /// What an empty line parts; lines within stay lines.
  static func paragraphs(_ text: String) -> [String] {
    var paragraphs: [[Substring]] = [[]]
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.allSatisfy(\.isWhitespace) {
        if paragraphs.last?.isEmpty == false { paragraphs.append([]) }
      } else {
        paragraphs[paragraphs.count - 1].append(line)
      }
    }
    return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
  }

  // MARK: The letter

  /// The letter as it was written last.
  private var letter: Writing? {
    writings?.first {
      $0.module == program.roles.ownLetter && $0.step == Program.Roles.letterStep
    }
  }

  func letterPage(at now: Now) -> Prose {
    if missing.contains(.writings) { return Prose(phrases(.writingsUnread)) }
    guard let letter else { return Prose(phrases(.ownLetterNone)) }
    return page(of: letter.id, at: now)
  }

  func letterItems() -> [Item] {
    let back = Item(id: "back", text: phrases(.goBack), does: .back)
    guard options.journal == .kept, let module = program.roles.ownLetter else { return [back] }
    let open = Deed.open(.module(module))
    guard letter == nil else {
      return [back, Item(id: "anew", text: phrases(.ownLetterAnew), does: open)]
    }
    return [Item(id: "write", text: phrases(.ownLetterWrite), does: open), back]
  }
}
