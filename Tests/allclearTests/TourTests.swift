import AllClearEngine
import AllClearStore
import Foundation
import Testing

@testable import allclear

/// The tour of the content: its times, and that every screen of it is reached.
@Suite("Tour")
struct TourTests {
  private var demo: Demo {
    get throws {
      var launch = Launch()
      launch.content = RealContent.root + "/Content"
      do throws(Failure) { return try Demo(launch) } catch {
        throw Unreadable(line: error.line)
      }
    }
  }

  private struct Unreadable: Error { var line: String }

  @Test("each cut takes its minutes to the second, and has the study and the limits")
  func times() throws {
    let tour = try #require(try demo.tour)
    #expect(tour.cuts == [14, 10, 5])
    for cut in tour.cuts {
      let stops = tour.stops(in: cut)
      #expect(stops.reduce(0) { $0 + ($1.seconds[cut] ?? 0) } == cut * 60)
      let places = stops.flatMap(\.shows).map(\.name).joined(separator: " ")
      #expect(places.contains("talk.study"), "\(cut)")
      #expect(places.contains("talk.minute"), "\(cut)")
    }
    #expect(tour.stops(in: 14).count == 12)
  }

  @Test("what is said at a stop can be said in its time: at most two words a second")
  func words() throws {
    let tour = try #require(try demo.tour)
    for cut in tour.cuts {
      for stop in tour.stops(in: cut) {
        let words = stop.notes.split(whereSeparator: \.isWhitespace).count
        let seconds = stop.seconds[cut] ?? 0
        #expect(words <= seconds * 2, "\(stop.id) in \(cut): \(words) words")
      }
    }
  }

  @Test("every screen is reached by its persona on its day, with the mark of a demo")
  func reached() throws {
    var clock = Clock()
    let demo = try demo
    let tour = try #require(demo.tour)
    var presenter = Presenter(demo: demo)
    do throws(Failure) {
      var host = try demo.host(AllClearStore.Store.inMemoryOrFail(), at: clock)
      for stop in tour.stops {
        for show in stop.shows {
          let isReached = presenter.reaches(show, &host, &clock)
          #expect(isReached, "\(stop.id): \(show.name)")
          #expect(isShown(show.at, host.app, at: clock.now), "\(stop.id): \(host.prompt.place)")
          #expect(presenter.standIn?.persona.id == show.persona, "\(stop.id)")
          #expect(host.isDemo)
        }
      }
    } catch { Issue.record("\(error.line)") }
  }

  @Test("on and back go through all its screens and stop at both ends")
  func onAndBack() throws {
    let tour = try #require(try demo.tour)
    var run = TourRun(tour, cut: 5)
    #expect(run.index == 0 && !moves(&run) { $0.previous() })
    var count = 1
    while run.next() { count += 1 }
    #expect(count == tour.stops(in: 5).flatMap(\.shows).count)
    #expect(!moves(&run) { $0.nextStop() })
    while run.previousStop() {}
    #expect(run.index == 0)
  }

  /// Whether the prompt is what the line of the tour names.
  private func isShown(_ spot: Tour.Spot, _ app: App, at now: Now) -> Bool {
    switch spot {
    case .home: app.isAtHome
    case .door(.own(let list)):
      app.prompt.place.hasPrefix("menu:own:\(list.rawValue)")
        || app.prompt.place.contains(list.rawValue)
    case .door(.flare): app.shownModule == "flare"
    case .door(.page(let id)): app.shownModule == id
    case .door(.practice(let id, _)): app.shownModule == id
    case .door: !app.isAtHome
    case .step(let module, let step): app.backstage(at: now)?.place == "\(module).\(step)"
    }
  }

  private func moves(_ run: inout TourRun, _ move: (inout TourRun) -> Bool) -> Bool { move(&run) }

  @Test("the script on paper has every stop with its times and its words")
  func script() throws {
    let demo = try demo
    let tour = try #require(demo.tour)
    let text = TourScript(tour: tour, cut: 10, phrases: demo.phrases).text
    for stop in tour.stops(in: 10) { #expect(text.contains(stop.title)) }
    #expect(text.contains("0:00-") && text.contains("-10:00"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 72 })
  }
}
