import AllClearEngine
import AllClearScript
import Foundation
import Testing

@testable import allclear

/// Kill after each record of each module, and resume at the same prompt.
@Suite("Resume")
struct ResumeTests {
  /// How a person answers.
  enum Policy: String, CaseIterable {
    case first, last, skipping, changing
  }

  /// Modules that are kept, each with what comes before it.
  static let modules = [
    "first-run", "safety", "story", "alarm", "evidence", "tracking", "clinic", "doubt", "recheck",
  ]

  /// The way this person goes on; doors are not taken.
  private static func way(_ play: Play, _ policy: Policy, _ count: Int) -> Way {
    let prompt = play.prompt
    if prompt.isGate, let id = Play.calm[play.step] {
      let calm = policy == .last && play.step == "attention" ? "rather-not" : id
      if policy == .changing, play.step == "anything-new" { return .option("changed") }
      return .option(calm)
    }
    let ways = play.ways.filter { way in
      guard case .option = way else { return true }
      // What is only tried is not written.
      var other = play
      other.store = nil
      other.go(way)
      // The door to a demo leaves everything as it is.
      guard other.prompt != prompt else { return false }
      return other.prompt.heading == prompt.heading || other.app.isAtHome
    }
    switch policy {
    case .first: return ways[0]
    case .last: return ways.last { $0 != .skip } ?? ways[0]
    case .skipping: return ways.contains(.skip) && !ways.contains(.practise) ? .skip : ways[0]
    case .changing: return ways[count * 7 % ways.count]
    }
  }

  @Test(
    "Kill after each record of each module and resume at the same prompt",
    arguments: modules, Policy.allCases)
  func resumes(module: String, policy: Policy) throws {
    let folder = try Folder()
    var play = try folder.sitting(1)
    if !["first-run", "safety", "story"].contains(module) {
      play.open(.module("safety"))
      play.answer([:]) { $0.app.isAtHome }
      play = try folder.sitting(2, after: play)
    }
    play.open(.module(module))
    var kills = 0
    for count in 0..<80 where !play.app.isAtHome {
      let records = play.records.count
      play.go(Self.way(play, policy, count))
      // Back takes the last answer away, and the same way is gone again.
      if policy == .changing, count % 5 == 4, !play.app.isAtHome { play.send(.back) }
      if play.app.isAtHome || play.records.count == records { continue }
      let before = play.prompt
      play = try folder.sitting(kills + 3, after: play)
      play.send(.begin(.home))
      if play.app.isAtHome { play.resume(module) }
      kills += 1
      #expect(play.prompt.body == before.body, "\(before.place)")
      #expect(play.prompt.place == before.place)
      #expect(play.prompt.heading == before.heading)
      #expect(play.prompt.draft == before.draft)
      #expect(play.prompt.urgent == before.urgent)
      // What another sitting kept cannot be taken back any more; all else can be done.
      let sitting: Set<Prompt.Move> = [.back, .undo]
      #expect(play.prompt.moves.union(sitting) == before.moves.union(sitting))
    }
    #expect(play.app.isAtHome, "\(play.prompt.place)")
    #expect(kills >= (module == "recheck" ? 1 : 3), "\(kills)")
  }

  @Test("The runtime itself, thrown away and opened anew, goes on where it was")
  func runtime() throws {
    let content = try RealContent()
    defer { content.remove() }
    var host = try content.host(at: Play.begin)
    host.send(.begin(.home), at: Play.begin)
    host.send(.skip, at: Play.begin)
    host.send(.skip, at: Play.begin)
    let before = host.prompt
    #expect(before.place.hasSuffix("/road/1"))
    host = try content.host(sitting: 2, at: Play.begin, keeps: false)
    host = try content.host(sitting: 2, at: Play.begin)
    host.send(.begin(.home), at: Play.begin)
    host.send(.answer(.option("go-on")), at: Play.begin)
    #expect(host.prompt.place == before.place)
    #expect(host.prompt.body == before.body)
  }

  @Test("Unsent writing is there again after a kill")
  func draft() throws {
    let folder = try Folder()
    var play = try folder.sitting(1)
    play.open(.module("story"))
    play.answer([:]) { $0.step == "in-own-words" }
    play.send(.draft(["One line.\nAnother, ünïcode."]))
    play = try folder.sitting(2, after: play)
    play.send(.begin(.home))
    play.resume("story")
    #expect(play.step == "in-own-words")
    #expect(play.prompt.draft == ["One line.\nAnother, ünïcode."])
  }

  @Test("A session goes on over content that was edited meanwhile")
  func edited() throws {
    let folder = try Folder()
    var play = try folder.sitting(1)
    play.open(.module("story"))
    play.answer([:]) { $0.step == "rest" }

    // A card before what was answered is not asked; one after it is; the one it stood at is gone.
    let content = folder.path + "/Content"
    try FileManager.default.copyItem(atPath: RealContent.root + "/Content", toPath: content)
    let file = content + "/en/modules/01-story.yaml"
    var text = try String(contentsOfFile: file, encoding: .utf8)
    let card = "  - id: NAME\n    say: |\n      A new card.\n\n"
    text = text.replacingOccurrences(
      of: "  - id: causes\n",
      with: card.replacingOccurrences(of: "NAME", with: "new-before") + "  - id: causes\n")
    let start = try #require(text.range(of: "  - id: rest\n"))
    let end = try #require(text.range(of: "  - id: before-numbers\n"))
    text.replaceSubrange(
      start.lowerBound..<end.lowerBound,
      with: card.replacingOccurrences(of: "NAME", with: "new-after"))
    // An answered step is gone, too.
    let told = try #require(text.range(of: "  - id: reply-told\n"))
    let rest = try #require(text.range(of: "  - id: new-after\n"))
    text.removeSubrange(told.lowerBound..<rest.lowerBound)
    try text.write(toFile: file, atomically: true, encoding: .utf8)

    let library = try Library(root: content)
    play = try folder.sitting(2, after: play, library: library)
    play.send(.begin(.home))
    play.resume("story")
    #expect(play.step == "new-after")
    play.seen()
    #expect(play.step == "before-numbers")

    // A safety question that an edit adds before it all is asked.
    text = text.replacingOccurrences(
      of: "  - id: how-long\n",
      with: """
          - id: added
            gate: Is this an added question?
            options:
              - {id: affected, text: "Yes", hold: not-examined}
              - {id: none, text: "No"}
          - id: how-long

        """)
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    play = try folder.sitting(3, after: play, library: try Library(root: content))
    play.send(.begin(.home))
    play.resume("story")
    #expect(play.step == "added")
    play.choose("none")
    #expect(play.step == "before-numbers")
  }
}

extension Play {
  /// Through Home's "go on", or that of the module's own list.
  mutating func resume(_ module: String) {
    if prompt.choices.contains(where: { $0.id == "go-on" }) {
      choose("go-on")
    } else {
      send(.open(.module(module)))
      choose("go-on")
    }
  }
}
