import Testing

@testable import AllClearEngine

@Suite("A made-up patient at the side")
struct StandInTests {
  private let library: Player.Library = {
    let small = Library()
    return Player.Library(
      program: small.program, modules: small.modules, practices: small.practices,
      crisis: small.crisis)
  }()

  private let persona = Persona(
    id: "somebody", title: "Somebody", age: 50,
    visits: [Persona.Visit(days: .on([0, 1]), hour: 8, does: [.known(.suggestion)])])

  /// Lets it answer until it is at Home again, on an app that knows the days before.
  private func walk(_ standIn: inout StandIn, mostSteps: Int = 60) -> (App, steps: Int) {
    var journal = PlayJournal()
    for (record, info) in standIn.records { journal.write([record], in: info) }
    var now = Now(elapsed: .zero, wall: standIn.start)
    var app = App(
      program: library.program, digest: journal.digest,
      options: App.Options(sitting: "shown", origin: .demo), now: now)
    func send(_ event: Event) {
      var events = [event]
      while !events.isEmpty {
        for effect in app.send(events.removeFirst(), at: now) {
          switch effect {
          case .record(let records, let info):
            journal.write(records, in: info)
            events.append(.written)
          case .load(.module(let id)):
            events.append(
              library.modules[id].map { .loaded(.module($0)) } ?? .notLoaded(.module(id)))
          case .load(.practice(let id)):
            events.append(
              library.practices[id].map { .loaded(.practice($0)) } ?? .notLoaded(.practice(id)))
          case .load(let other): events.append(.notLoaded(other))
          default: break
          }
        }
      }
    }
    send(.begin(.home))
    var steps = 0
    while steps < mostSteps, steps == 0 || !app.isAtHome {
      for event in standIn.answer(app, at: now) { send(event) }
      if let deadline = app.deadline {
        now.elapsed = max(now.elapsed, deadline)
        send(.wake)
      }
      steps += 1
    }
    return (app, steps)
  }

  @Test("It has begun nothing on day 0, and answers through the first run")
  func firstRun() {
    var standIn = StandIn(persona, in: library, days: 0)
    #expect(standIn.records.isEmpty)
    let (app, steps) = walk(&standIn)
    #expect(app.isAtHome && (2..<60).contains(steps))
  }

  @Test("What it did in the days before is kept, marked as a demo's, and it goes on from there")
  func daysBefore() {
    var standIn = StandIn(persona, in: library, days: 2)
    #expect(!standIn.records.isEmpty)
    #expect(standIn.records.allSatisfy { $0.record.origin == .demo })
    #expect(standIn.records.allSatisfy { $0.record.at.milliseconds < standIn.start.milliseconds })
    let (app, _) = walk(&standIn)
    #expect(app.isAtHome)
  }

  @Test("The same persona, seed and day do the same")
  func same() {
    let first = StandIn(persona, in: library, seed: 3, days: 2)
    let second = StandIn(persona, in: library, seed: 3, days: 2)
    #expect(first.records.map(\.record) == second.records.map(\.record))
  }
}
