import CPseudoTerminal
import Glibc

/// Copies of the content with something added that is easy to measure.
enum BenchContent {
  /// One module that is a scale, and one practice whose lines are easy to tell apart.
  static func make(_ setting: Setting) throws(Trouble) {
    let folder = folder(setting)
    try copy(setting, folder)
    try add(
      to: folder, "beside",
      ["{id: bench, title: A scale, minutes: 1, file: modules/bench.yaml, needs: nothing}"])
    try add(
      to: folder, "practices",
      [
        "{id: bench-cues, title: Lines, attention: outside, lengths: [1], file: practices/bench.yaml}"
      ])
    try write(scale, to: folder + "/en/modules/bench.yaml")
    try write(practice, to: folder + "/en/practices/bench.yaml")
  }

  /// Where that is.
  static func folder(_ setting: Setting) -> String { setting.folder + "/Content" }

  /// The content and so many modules more.
  static func make(_ setting: Setting, modules count: Int) throws(Trouble) -> String {
    let folder = setting.folder + "/Content-\(count)"
    try copy(setting, folder)
    try add(
      to: folder, "beside",
      (1...count).map {
        "{id: bench-\($0), title: Part \($0), minutes: 5, file: modules/bench-\($0).yaml, needs: nothing}"
      })
    for number in 1...count {
      try write(module(number), to: folder + "/en/modules/bench-\(number).yaml")
    }
    return folder
  }

  /// The moments of the practice's lines, in seconds, and what is said then: a word of one letter,
  /// so that the screen's difference to the line before holds the whole of it.
  static let lines: [(second: Int, word: String)] = (0..<15).map { index in
    let letter = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index)))
    return (2 + index * 4, String(repeating: letter, count: 4))
  }

  private static let scale = """
    format: 1
    module: bench
    title: A scale
    component: education
    minutes: 1
    steps:
      - id: ease
        scale: How easy is it to sit just now?
        anchors: [Not at all, Wholly]

    """

  private static var practice: String {
    let cues = lines.map { line in
      let seconds = line.second < 10 ? "0\(line.second)" : String(line.second)
      return "    - {at: \"0:\(seconds)\", say: \"\(line.word) \(line.word) \(line.word).\"}\n"
    }
    return """
      format: 1
      practice: bench-cues
      title: Lines
      attention: outside
      lengths:
        1:
          - {at: "0:00", bell: start}

      """ + cues.joined() + "    - {at: \"1:00\", bell: end}\n"
  }

  private static func module(_ number: Int) -> String {
    var text = """
      format: 1
      module: bench-\(number)
      title: Part \(number)
      component: education
      why: |
        A part that is there to be checked.
      minutes: 5
      steps:

      """
    for step in 1...6 {
      text += """
          - id: card-\(step)
            say: |
              Let the day begin as it likes. Some of it is easy, and some of it is not.

              What was *light* today may be put down here. It need not be much.
          - id: choice-\(step)
            choose: How was it?
            options:
              - {id: lighter, text: "Lighter, or easier to be with"}
              - {id: same, text: About the same}
              - {id: louder, text: It got louder}
          - id: words-\(step)
            when: choice-\(step) has lighter or choice-\(step) has same
            write: What was it like?

        """
    }
    return text
  }

  // MARK: - Files

  private static func copy(_ setting: Setting, _ folder: String) throws(Trouble) {
    let child = try Child(["/bin/cp", "-r", setting.content, folder], setting)
    guard child.wait(milliseconds: 20_000) == 0 else {
      throw Trouble(text: "cannot copy \(setting.content)")
    }
  }

  /// Adds items to a list of program.yaml.
  private static func add(
    to folder: String, _ list: String, _ items: [String]
  ) throws(Trouble) {
    let path = folder + "/en/program.yaml"
    var lines = try read(path).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    guard let at = lines.firstIndex(of: list + ":") else {
      throw Trouble(text: "program.yaml has no list '\(list)'")
    }
    lines.insert(contentsOf: items.map { "  - " + $0 }, at: at + 1)
    try write(lines.joined(separator: "\n"), to: path)
  }

  private static func read(_ path: String) throws(Trouble) -> String {
    guard let file = fopen(path, "r") else { throw Trouble(text: "cannot read \(path)") }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  private static func write(_ text: String, to path: String) throws(Trouble) {
    guard let file = fopen(path, "w") else { throw Trouble(text: "cannot write \(path)") }
    let bytes = Array(text.utf8)
    let count = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, count == bytes.count else {
      throw Trouble(text: "cannot write \(path)")
    }
  }
}
