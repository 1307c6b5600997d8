import AllClearEngine
import Testing

/// Hellos after the end of the course, as the real modules put them off.
@Suite("Hellos that are put off")
struct HelloTests {
  private static let day = 86_400

  /// Home, so many days after the end of the course; the safety questions were answered lately.
  private static func atHome(daysAfter days: Int64) throws -> Play {
    var digest = Standing.passed.digest
    let wall = Play.begin.wall
    let program = try #require(Library.real).program
    let ended = Wall(milliseconds: wall.milliseconds - days * 86_400_000, offset: wall.offset)
    for entry in program.modules { digest.finished[entry.id] = ended }
    digest.finished["ending"] = ended
    var play = try Play(digest)
    play.send(.begin(.home))
    return play
  }

  private static func first(_ play: Play) -> String? { play.prompt.choices.first?.id }

  private static func pass(_ play: inout Play, days: Int) {
    play.pass(.seconds(days * day))
    play.open(.practice("listening", minutes: 1))
    play.practise()
    #expect(play.app.isAtHome, "\(play.prompt.place)")
  }

  @Test("'Not today' is heard for three days; then it is offered again, until it is gone through")
  func notToday() throws {
    var play = try Self.atHome(daysAfter: 33)
    for _ in 0..<2 {
      #expect(Self.first(play) == "hello")
      play.choose("hello")
      play.answer([:]) { $0.step == "suits" }
      play.choose("not-today")
      #expect(play.step == "another-time")
      play.seen()
      #expect(play.app.isAtHome && Self.first(play) == "practices", "\(play.prompt)")
      Self.pass(&play, days: 2)
      #expect(Self.first(play) == "practices")
      Self.pass(&play, days: 1)
    }
    #expect(Self.first(play) == "hello")
    play.choose("hello")
    for _ in 0..<80 where !play.app.isAtHome {
      let way: Way? = ["suits": "go-on", "anything-new": "nothing"][play.step].map(Way.option)
      play.go(way ?? (play.ways.contains(.skip) ? .skip : play.ways[0]))
    }
    #expect(Self.first(play) == "practices")
    Self.pass(&play, days: 6)
    #expect(Self.first(play) == "practices")
  }

  @Test("The next hello comes in its month, whatever was put off the day before")
  func next() throws {
    var play = try Self.atHome(daysAfter: 60)
    play.choose("hello")
    #expect(play.prompt.heading == "A hello, one month on")
    play.answer([:]) { $0.step == "suits" }
    play.choose("not-today")
    play.seen()
    #expect(Self.first(play) == "practices")
    Self.pass(&play, days: 1)
    #expect(Self.first(play) == "hello")
    play.choose("hello")
    #expect(play.prompt.heading == "A hello, two months on")
  }

  @Test("Who has said that something is new is offered no hello in the days after it")
  func new() throws {
    var play = try Self.atHome(daysAfter: 33)
    play.choose("hello")
    play.answer(["suits": "go-on", "anything-new": "changed"]) { $0.step == "that-first" }
    #expect(play.step == "that-first")
    play.seen()
    #expect(play.app.isAtHome && Self.first(play) != "hello", "\(play.prompt)")
    Self.pass(&play, days: 3)
    #expect(Self.first(play) == "hello")
  }
}
