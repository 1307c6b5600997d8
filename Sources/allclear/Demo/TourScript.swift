import AllClearEngine
import AllClearUI

/// A tour on paper: when, what is on the wall, and what is said.
struct TourScript {
  let tour: Tour
  let cut: Int
  let phrases: Phrases

  /// Columns of a page that is printed.
  private static let width = 72

  /// The whole script as text.
  var text: String {
    let transcript = Transcript(phrases: phrases, width: Self.width - 6)
    var lines = [tour.title, "\(cut):00", ""]
    var from = 0
    for (index, stop) in tour.stops(in: cut).enumerated() {
      let seconds = stop.seconds[cut] ?? 0
      lines.append(
        "\(TourRun.time(from))-\(TourRun.time(from + seconds))  \(index + 1). \(stop.title)")
      from += seconds
      lines += stop.shows.map { "      [\($0.name)]" }
      for paragraph in stop.notes.paragraphs {
        lines.append("")
        lines += transcript.lines(of: Prose(paragraph)).map { "      " + $0 }
      }
      lines.append("")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Tour.Show {
  /// Who is shown and where, as the list of everything names it.
  var name: String {
    let place =
      switch at {
      case .home: "home"
      case .door(.own(let list)): "own.\(list.rawValue)"
      case .door(.page(let id)): "page.\(id)"
      case .door(.practice(let id, let minutes)): "practice.\(id).\(minutes ?? 1)"
      case .door(.flare): "flare"
      case .door(.crisis): "crisis"
      case .door: "progress"
      case .step(let module, let step): "\(module).\(step)"
      }
    return "\(place), \(persona), day \(day)" + (cue.map { ", line \($0)" } ?? "")
  }
}
