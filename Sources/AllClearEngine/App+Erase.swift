// A text that was written is erased: overwritten in every file, and forgotten here.
//
// It is offered where no session waits beneath: one that has begun knows what was said before it.
extension App.State {
  func eraseItem(of id: RecordID) -> Item? {
    let hasSession = stack.contains { if case .session = $0 { true } else { false } }
    guard !hasSession else { return nil }
    return Item(id: "erase", text: phrases(.writingErase), does: .show(.erasing(id)))
  }

  func erasingQuestion(_ id: RecordID, at now: Now) -> String {
    guard let writing = writing(id) else { return phrases(.writingsUnread) }
    let date = phrases.date(writing.at.day, today: now.wall.day)
    return phrases(.writingEraseQuestion, ["date": date, "begins": writing.begins])
  }

  /// To keep it comes first: Enter alone erases nothing.
  func erasingItems(_ id: RecordID) -> [Item] {
    let keep = Item(id: "back", text: phrases(.writingKeep), does: .back)
    guard let writing = writing(id) else { return [keep] }
    return [
      keep,
      Item(id: "erase", text: phrases(.writingEraseNow), does: .erase(writing.record)),
    ]
  }

  /// Knows what the journal knows now, and nothing else: no undo brings back what is gone.
  mutating func forgetErased(_ digest: Digest) {
    ledger = Ledger(digest.following(program.renamed))
    listChange = nil
    writings = nil
    progress = nil
    while case .menu(let menu) = stack.last {
      switch menu {
      case .erasing(let id):
        ownDrafts[Self.key(of: id)] = nil
        stack.removeLast()
        continue
      case .writing:
        stack.removeLast()
        continue
      default: break
      }
      break
    }
    notice = phrases(.writingErased)
  }
}
