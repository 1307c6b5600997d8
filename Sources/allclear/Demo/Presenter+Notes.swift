import AllClearEngine

// What stands beside a demo: who is shown, and what may be said.
extension Presenter {
  /// Who is shown, in the mark on every screen.
  func mark(_ phrases: Phrases) -> String {
    let name = standIn.map { String($0.persona.title.prefix { $0 != "," }) + ": " } ?? ""
    return name + phrases(.demoMark)
  }

  /// What may be said here, and why it is here.
  func notes(_ host: Runtime, at now: Now) -> Prose {
    var blocks: [Prose.Block] = []
    if let tour { blocks += tour.notes.blocks }
    let behind = host.app.backstage(at: now)
    if tour == nil, let notes = behind?.notes {
      blocks += notes.paragraphs.map { .paragraph([.plain($0)]) }
    }
    if let behind { blocks += behind.prose(host.phrases).blocks }
    return Prose(blocks.isEmpty ? Prose(host.phrases(.notesNone)).blocks : blocks)
  }

  /// Writes the notes to the second terminal, where another prompt stands.
  mutating func tell(_ host: Runtime, at now: Now) {
    guard let output else { return }
    let place = tour.map { "\($0.index) " } ?? ""
    if !output.write(notes(host, at: now), of: place + host.prompt.place) { say(.notesLost, host) }
  }
}
