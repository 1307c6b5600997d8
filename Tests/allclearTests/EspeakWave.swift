import AllClearEngine
import CPseudoTerminal
import Foundation
import Testing

@testable import allclear

/// Lines as the real espeak-ng says them, with the words that allclear starts it with, as sound.
struct EspeakWave {
  /// How to come by what these tests need.
  static let need: Comment =
    "espeak-ng is needed: .ci/setup --tests installs it, and so does apt-get install espeak-ng"

  /// Samples of 16 bits, one channel, the low byte first.
  private var bytes: Data
  let rate: Int

  var seconds: Double { Double(bytes.count) / Double(2 * rate) }

  /// Has a line said into a file, and reads it.
  init(_ line: String, _ settings: Settings, in folder: Folder) throws {
    let file = folder.path + "/line.wav"
    let program = SpeechProgram.espeak
    let words = program.words(settings) + ["-w", file]
    let input = folder.path + "/line.txt"
    try program.input(line).write(toFile: input, atomically: false, encoding: .utf8)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    var process: pid_t = 0
    let failed = PseudoTerminal.withCStrings(words) { words in
      posix_spawnp(&process, "espeak-ng", &actions, nil, words, environ)
    }
    try #require(failed == 0, Self.need)
    var status: Int32 = -1
    try #require(pt_wait(process, 10_000, &status) == 1 && status == 0, "espeak-ng: \(status)")
    try self.init(wave: Data(contentsOf: URL(fileURLWithPath: file)))
  }

  /// Silence.
  init(seconds: Double, rate: Int) {
    bytes = Data(count: Int(seconds * Double(rate)) * 2)
    self.rate = rate
  }

  /// Reads a RIFF file as espeak-ng writes it: a header of 44 bytes, then the samples.
  private init(wave: Data) throws {
    try #require(wave.count >= 44 && wave.starts(with: Array("RIFF".utf8)))
    rate = wave[24..<28].reversed().reduce(0) { $0 << 8 | Int($1) }
    bytes = wave.dropFirst(44)
  }

  /// Puts another one in, from a moment on; what lasts longer than this makes it longer.
  mutating func say(_ other: EspeakWave, at second: Double) {
    let begin = min(bytes.count, Int(second * Double(rate)) * 2)
    bytes.replaceSubrange(begin..<min(bytes.count, begin + other.bytes.count), with: other.bytes)
  }

  /// As a file.
  var data: Data {
    func little(_ number: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
    var header = Array("RIFF".utf8) + little(36 + bytes.count, 4) + Array("WAVEfmt ".utf8)
    header += little(16, 4) + little(1, 2) + little(1, 2) + little(rate, 4) + little(rate * 2, 4)
    header += little(2, 2) + little(16, 2) + Array("data".utf8) + little(bytes.count, 4)
    return Data(header) + bytes
  }
}
