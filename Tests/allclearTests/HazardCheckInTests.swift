import AllClearEngine
import AllClearStore
import Testing

/// The rows of Content/SAFETY.md that are about the weekly check-in and its questionnaire.
@Suite("Hazards of check-ins")
struct HazardCheckInTests {
  private static let items = ["mood-nervous", "mood-worrying", "mood-interest", "mood-down"]
  private static let options = ["not-at-all", "several-days", "more-than-half", "nearly-every-day"]

  /// A journal in which the course began so many days ago, with this pain.
  static func begun(daysAgo: Int64, pain: Int = 4) -> Digest {
    var digest = Standing.passed.digest
    let wall = Play.begin.wall
    let at = Wall(milliseconds: wall.milliseconds - daysAgo * 86_400_000, offset: wall.offset)
    var beginning = CheckIn(
      session: SessionID(sitting: "00000000-0000-4000-8000-000000000095", number: 1), at: at)
    beginning.pain = pain
    digest.beginning = beginning
    digest.finished[CheckIn.story] = at
    return digest
  }

  /// Answers these, skips what is left, and tells which steps were met.
  private static func go(_ play: inout Play, _ ways: [String: Way]) -> [String] {
    var met: [String] = []
    for _ in 0..<60 where !play.app.isAtHome && !play.hasQuit {
      met.append(play.step)
      let calm = play.prompt.isGate ? Play.calm[play.step].map(Way.option) : nil
      let now: Way? = play.step == "now" ? .option("now") : nil
      play.go(
        ways[play.step] ?? calm ?? now ?? (play.ways.contains(.skip) ? .skip : play.ways[0]))
    }
    #expect(play.app.isAtHome, "\(play.prompt.place)")
    return met
  }

  private static func moods(_ points: [Int?]) -> [String: Way] {
    var ways: [String: Way] = [:]
    for (item, point) in zip(items, points) { ways[item] = point.map { .option(options[$0]) } }
    return ways
  }

  // MARK: - The questionnaire

  @Test("Nine of twelve leads to a person, and no total is ever said")
  func support() throws {
    for points in [
      [3, 3, 3, 0], [2, 2, 2, 2], [3, 2, 2, 2], [0, 3, 3, 3], [3, 3, 3, 3], [1, 1, 1, 1],
    ] {
      var play = try Play(Self.begun(daysAgo: 8))
      play.open(.module("check-in"))
      var answers = Self.moods(points)
      answers["support"] = .option("go-on")
      let total = points.reduce(0, +)
      var texts: [String] = []
      var watched = play
      for _ in 0..<60 where !watched.app.isAtHome {
        let isItem = Self.items.contains(watched.step)
        if !isItem { texts.append(watched.text.lowercased()) }
        let now: Way? = watched.step == "now" ? .option("now") : nil
        if watched.step == "support" {
          #expect(watched.prompt.choices.map(\.id) == ["people", "doctor", "go-on"])
          var other = watched
          other.choose("people")
          #expect(other.prompt.place.hasPrefix("crisis"))
        }
        watched.go(
          answers[watched.step] ?? now
            ?? (watched.ways.contains(.skip) ? .skip : watched.ways[0]))
      }
      for text in texts {
        for word in ["score", "total", "points of", "severe", "moderate", "depress", "anxiety"] {
          #expect(!text.contains(word), "\(text)")
        }
        #expect(!text.contains(" \(total) ") && !text.contains("of 12"), "\(text)")
      }
      let met = Self.go(&play, answers)
      #expect(met.contains("support") == (total >= 9), "\(points)")
      #expect(met.contains("reply-mood") == (total < 9), "\(points)")
      #expect(!met.contains("support") || !met.contains("went-well"))
      // Nothing is closed by it.
      #expect(play.holds.standing.isEmpty)
    }
    let library = try #require(Library.real)
    let entry = try #require(library.program.measures.first { $0.id == "phq-4" })
    #expect(entry.title == "Four questions on mood")
  }

  @Test("A question left out does not hide that the mark is reached")
  func leftOut() throws {
    for left in 0..<4 {
      for point in [2, 3] {
        var points: [Int?] = [point, point, point, point]
        points[left] = nil
        var play = try Play(Self.begun(daysAgo: 8))
        play.open(.module("check-in"))
        let met = Self.go(&play, Self.moods(points))
        #expect(met.contains("support") == (point == 3), "\(points)")
      }
    }
    // All of it can be left out.
    var play = try Play(Self.begun(daysAgo: 8))
    play.open(.module("check-in"))
    let met = Self.go(&play, [:])
    #expect(met.contains("mood-down") && !met.contains("support") && !met.contains("reply-mood"))
  }

  @Test("the questionnaire comes from the second week on, and once in four weeks")
  func due() throws {
    for (days, isDue) in [(Int64(0), false), (6, false), (7, true), (27, true)] {
      var play = try Play(Self.begun(daysAgo: days))
      play.open(.module("check-in"))
      let met = Self.go(&play, Self.moods([1, 0, 0, 1]))
      #expect(met.filter { $0.hasPrefix("mood-") }.count == (isDue ? 4 : 0), "\(days)")
      #expect(met.contains("change") == isDue, "\(days)")
      play.pass(.seconds(7 * 86_400))
      play.open(.module("check-in"))
      let next = Self.go(&play, Self.moods([1, 0, 0, 1]))
      #expect(next.contains("mood-down") == !isDue, "\(days): a week later")
      play.pass(.seconds(28 * 86_400))
      play.open(.module("check-in"))
      #expect(Self.go(&play, [:]).contains("mood-down"), "\(days): weeks later")
    }
  }

  // MARK: - Harder than at the beginning

  @Test("Pain above the beginning twice, or one much worse, pauses movement and asks what is new")
  func harder() throws {
    for (first, second, isPaused) in [(6, 6, true), (6, 5, false), (5, 6, false), (9, 7, true)] {
      var play = try Play(Self.begun(daysAgo: 8))
      play.open(.module("check-in"))
      #expect(!Self.go(&play, ["pain": .number(first)]).contains("paused"))
      play.pass(.seconds(7 * 86_400))
      play.open(.module("check-in"))
      Self.expect(Self.go(&play, ["pain": .number(second)]), isPaused, play)
    }
    for (change, isPaused) in [("much-worse", true), ("worse", false), ("much-better", false)] {
      var play = try Play(Self.begun(daysAgo: 8))
      play.open(.module("check-in"))
      let met = Self.go(&play, ["change": .option(change)])
      Self.expect(met, isPaused, play)
      #expect(met.contains("reply-worse") == (change == "worse"))
    }
  }

  private static func expect(_ met: [String], _ isPaused: Bool, _ play: Play) {
    #expect(play.holds.standing.contains(.movementPaused) == isPaused)
    for step in ["paused", "anything-new", "show-someone"] {
      #expect(met.contains(step) == isPaused, "\(step)")
    }
    #expect(met.contains("went-well") == !isPaused)
    guard isPaused else { return }
    var other = play
    other.open(.practice("desk-break", minutes: 1))
    #expect(other.prompt.place.hasPrefix("note:"), "movement rests")
    other = play
    other.open(.practice("listening", minutes: 1))
    #expect(!other.prompt.place.hasPrefix("note:"))
  }

  @Test("what is new there leads through the safety questions, and to somebody who can examine")
  func new() throws {
    for answer in ["changed", "unsure"] {
      var play = try Play(Standing.harder.digest)
      play.open(.module("check-in"))
      let met = Self.go(&play, ["anything-new": .option(answer)])
      #expect(met.contains("numb") && met.contains("attention") && met.contains("show-someone"))
    }
    var play = try Play(Standing.harder.digest)
    play.open(.module("check-in"))
    play.answer(["now": "now", "anything-new": "changed", "numb": "affected"]) { $0.step == "stop" }
    #expect(play.holds.standing.contains(.emergency))
  }

  // MARK: - Tone, and what may be left out

  @Test("A check-in says the same to better and to same, and praises nobody")
  func tone() throws {
    let library = try #require(Library.real)
    let module = try #require(library.modules["check-in"])
    let own = module.allSteps.filter { $0.origin == "check-in" }
    let reply = try #require(own.first { $0.id == "reply-change" })
    #expect(reply.prose.plainText == "Thank you. It is put down as you said it.")
    for step in own {
      let text = " " + step.prose.plainText.lowercased()
      for word in [
        "well done", "great", "good job", "proud", "congrat", "success", "improve", "progress",
        " good.", "keep it up", "failed", "missed a", "streak",
      ] {
        #expect(!text.contains(word), "\(step.id): \(word)")
      }
    }
    for answer: Way in [.option("not-today"), .skip] {
      var play = try Play(Self.begun(daysAgo: 8))
      play.open(.module("check-in"))
      #expect(Self.go(&play, ["now": answer]) == ["now", "another-day"])
    }
  }

  @Test("without numbers no number is asked for, and never more than twelve questions")
  func few() throws {
    var digest = Self.begun(daysAgo: 8)
    digest.person.numbers = .never
    var play = try Play(digest)
    play.open(.module("check-in"))
    let met = Self.go(&play, [:])
    #expect(Set(met).isDisjoint(with: ["pain", "doing", "enjoying", "danger"]))
    #expect(met.contains("change") && met.contains("went-well"))
    for moods in [[0, 0, 0, 0], [3, 3, 3, 3]] {
      for digest in [Self.begun(daysAgo: 8), Standing.harder.digest] {
        var play = try Play(digest)
        play.open(.module("check-in"))
        var questions = 0
        var ways = Self.moods(moods)
        ways["pain"] = .number(6)
        for _ in 0..<60 where !play.app.isAtHome {
          if case .card = play.prompt.body {} else { questions += 1 }
          let calm = play.prompt.isGate ? Play.calm[play.step].map(Way.option) : nil
          let on: Way? = ["now": "now", "support": "go-on"][play.step].map(Way.option)
          play.go(
            ways[play.step] ?? calm ?? on ?? (play.ways.contains(.skip) ? .skip : play.ways[0]))
        }
        #expect((7...12).contains(questions), "\(questions)")
      }
    }
  }
}
