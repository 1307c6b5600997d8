import AllClearEngine
import AllClearScript
import AllClearUI
import Glibc

/// `allclear read`: a module, practice or page as text, with no journal and no question asked.
enum Reading {
  static func run(_ id: String, _ launch: Launch) -> Never {
    do throws(Failure) {
      let house = try House(launch)
      let width = FrontEnd.readingWidth(launch)
      let reader = Reader(
        transcript: Transcript(phrases: house.program.phrases, width: width), house: house)
      Console.write(try reader.lines(of: id).joined(separator: "\n") + "\n")
      exit(ExitCode.done)
    } catch { error.end() }
  }

  /// A page, as it is printed.
  static func lines(
    of id: String, in house: House, width: Int?
  ) throws(Failure) -> [String] {
    let transcript = Transcript(phrases: house.program.phrases, width: width)
    return try Reader(transcript: transcript, house: house).lines(of: id)
  }

  private struct Reader {
    let transcript: Transcript
    let house: House

    func lines(of id: String) throws(Failure) -> [String] {
      let program = house.program
      if let entry = program.practice(id) {
        let (practice, faults) = house.compiler.practice(entry.id, of: program)
        guard let practice else { throw broken(id, faults) }
        return lines(of: practice)
      }
      guard program.module(id)?.file != nil || program.page(id) != nil else {
        guard program.module(id) == nil else {
          throw Failure(ExitCode.usage, "'\(id)' is not written yet")
        }
        // No id: then it is a word to search for.
        let found = Finding(house: house).lines(with: id, width: transcript.width)
        guard found.isEmpty else { return found }
        throw Failure(
          ExitCode.usage,
          "there is nothing called '\(id)', and no text holds it; "
            + "'allclear read' lists what there is")
      }
      let (module, faults) = house.compiler.module(id, of: program)
      guard let module else { throw broken(id, faults) }
      let crisis = house.compiler.crisis(of: program).crisis
      return lines(of: module, crisis)
    }

    private func broken(_ id: String, _ faults: [Diagnostic]) -> Failure {
      Failure(
        ExitCode.badContent,
        "'\(id)' cannot be read: " + (faults.first?.rendered() ?? "its file is broken"))
    }

    private func lines(of module: Module, _ crisis: Crisis?) -> [String] {
      var lines = [module.title]
      for step in module.allSteps {
        lines.append("")
        if step.when != nil { lines.append("(after some answers only)") }
        lines += self.lines(of: step, crisis)
      }
      let sources = Set(module.allSteps.flatMap(\.sources)).sorted { $0.id < $1.id }
      if !sources.isEmpty {
        lines += ["", "Sources"]
        lines += sources.flatMap { transcript.lines(of: Prose("- " + $0.cite)) }
      }
      return lines
    }

    private func lines(of step: Step, _ crisis: Crisis?) -> [String] {
      func filled(_ prose: Prose) -> Prose {
        prose.filled(
          by: { $0.fallback ?? "..." },
          numbers: { $0 == .emergency ? crisis?.emergency ?? [] : crisis?.sameDay ?? [] })
      }
      var lines = transcript.lines(of: filled(step.prose))
      switch step.kind {
      case .say: break
      case .show(_, let exhibit): lines.append("(your \(exhibit.words))")
      case .exposure:
        lines += numbered(
          [Phrase.exposureDid, .exposurePart, .exposureNotToday].map { house.program.phrases($0) })
      case .pick(_, from: let list, let other): lines += numbered(["(your \(list.words))", other])
      case .choose(_, let options, _): lines += numbered(options.map(\.text))
      case .scale(_, let scale): lines.append("0 \(scale.low) ... 10 \(scale.high)")
      case .write(_, isKept: true): lines.append("(own words, kept)")
      case .write(_, isKept: false): lines.append("(own words, not kept)")
      case .collect(_, _, let atMost, _): lines.append("(own words, up to \(atMost))")
      case .practice(let id, let minutes):
        let title = house.program.practice(id)?.title ?? id
        lines.append("(\(title), \(minutes) min: allclear read \(id))")
      case .gate(let gate):
        lines += numbered(gate.options.map(\.text))
        for hold in Hold.allCases {
          guard let page = gate.stops[hold] else { continue }
          lines += ["", "(\(hold.rawValue))"] + transcript.lines(of: filled(page))
        }
      }
      return lines
    }

    private func numbered(_ texts: [String]) -> [String] {
      texts.enumerated().flatMap { transcript.lines(of: Prose("\($0.offset + 1) \($0.element)")) }
    }

    private func lines(of practice: Practice) -> [String] {
      var lines = [practice.title]
      for (minutes, cues) in practice.lengths.sorted(by: { $0.key < $1.key }) {
        lines += ["", house.program.phrases(.minutes, n: minutes), ""]
        for cue in cues {
          let text = cue.lines.first.map { Prose([.paragraph($0)]).plainText }
          let bell = cue.bell.map { "(\($0.rawValue) bell)" }
          let seconds = cue.at % 60
          let time = "\(cue.at / 60):\(seconds < 10 ? "0" : "")\(seconds)  "
          lines += transcript.lines(
            of: Prose(time + [bell, text].compactMap { $0 }.joined(separator: " ")))
        }
      }
      return lines
    }
  }
}

extension RawRepresentable<String> {
  /// What is shown of a list, in `allclear read`.
  fileprivate var words: String { rawValue.split(separator: "-").joined(separator: " ") }
}
