import AllClearEngine
import Foundation
import Testing

@testable import allclear

/// Every line of every practice, said by the real espeak-ng, in the time that its sheet leaves it.
@Suite("Spoken cues", .timeLimit(.minutes(3)))
struct SpokenCueTests {
  /// A line of a practice, with all its variants.
  private struct Line {
    var at: Int
    var next: Int
    var texts: [String]
  }

  private static func lines(of cues: [Cue]) -> [Line] {
    let said = cues.filter { !$0.lines.isEmpty }
    return said.indices.map { index in
      let next = index + 1 < said.count ? said[index + 1].at : Int.max
      let texts = said[index].lines.map { line in
        Prose([.paragraph(line)]).filled(by: { $0.fallback ?? "" }, numbers: { _ in [] }).plainText
      }
      return Line(at: said[index].at, next: next, texts: texts)
    }
  }

  private static var practices: [String] { Library.real?.practices.keys.sorted() ?? [] }

  @Test("Each line is said before the next one begins, slowly too", arguments: practices)
  func fits(id: String) throws {
    let folder = try Folder()
    let practice = try #require(Library.real?.practices[id])
    for rate in [VoiceRate.usual, .slow] {
      var settings = Settings()
      settings.voiceRate = rate
      // At the usual pace a breath is left between them.
      let breath = rate == .usual ? 1.0 : 0
      var known: [String: Double] = [:]
      for (minutes, cues) in practice.lengths {
        for line in Self.lines(of: cues) where line.next < Int.max {
          for text in line.texts {
            let seconds = try known[text] ?? EspeakWave(text, settings, in: folder).seconds
            known[text] = seconds
            #expect(
              seconds + breath <= Double(line.next - line.at),
              "\(id), \(minutes) min, \(line.at) s, \(rate): \(text)")
          }
        }
      }
    }
  }

  @Test("The first line of each practice says how long it is", arguments: practices)
  func lengthFirst(id: String) throws {
    let numbers = [1: "One minute", 2: "Two minutes", 3: "Three", 5: "Five", 10: "Ten"]
    for (minutes, cues) in try #require(Library.real?.practices[id]).lengths {
      for text in Self.lines(of: cues).first?.texts ?? [""] {
        #expect(text.hasPrefix(numbers[minutes] ?? "\(minutes) minutes"), "\(text)")
      }
    }
  }

  /// `make hear`: a practice as it sounds, with the time and the length of each line.
  @Test(
    "A practice is written down as sound",
    .enabled(if: ProcessInfo.processInfo.environment["ALLCLEAR_HEAR"] != nil))
  func hear() throws {
    let asked = ProcessInfo.processInfo.environment["ALLCLEAR_HEAR"]?.split(separator: " ") ?? []
    try #require(asked.count == 3, "ALLCLEAR_HEAR is PRACTICE MINUTES FILE")
    let practice = try #require(Library.real?.practices[String(asked[0])], "no such practice")
    let minutes = try #require(Int(asked[1]))
    let cues = try #require(practice.lengths[minutes], "there is no such length of it")
    let folder = try Folder()
    var whole = EspeakWave(seconds: Double(minutes * 60), rate: 22_050)
    print("\(practice.title), \(minutes) min: time, seconds of speech, line")
    for line in Self.lines(of: cues) {
      let text = try #require(line.texts.first)
      let said = try EspeakWave(text, Settings(), in: folder)
      try #require(said.rate == whole.rate)
      whole.say(said, at: Double(line.at))
      let time = "\(line.at / 60):\(line.at % 60 < 10 ? "0" : "")\(line.at % 60)"
      print("\(time)  \((said.seconds * 10).rounded() / 10)  \(text)")
    }
    try whole.data.write(to: URL(fileURLWithPath: String(asked[2])))
  }
}
