import CPseudoTerminal
import Foundation

/// Programs that write down what they were told to say, and when, in place of saying it.
///
/// They write into a pipe with a name, so that a test can wait for what they have heard.
final class FakeSpeaker {
  /// A line as it was heard.
  struct Heard {
    /// Seconds, by the clock of the speaker.
    var at: Double
    var process: pid_t
    /// A process that it has started itself; 0 for none.
    var helper: pid_t
    /// The words that it was started with.
    var words: String
    var line: String

    /// Whether neither it nor its helper runs any more, soon.
    var isSilent: Bool {
      [process, helper].allSatisfy { $0 == 0 || pt_gone($0, 5000) == 1 }
    }
  }

  /// What a speaker does with a line.
  enum Manner: String {
    /// Says it in no time.
    case quick = ""
    /// Says it without end, and has a helper that does so too.
    case endless = "tail -f /dev/null & helper=$!"
    case failing = "status=3"
    /// Hears line after line, as `spd-say` does, and ends with its input.
    case lines
  }

  let folder: Folder
  private let pipe: Int32
  private var unread = ""
  private let kept: Folder

  /// - Parameter folder: the home of the person, where settings lie.
  init(_ folder: Folder) throws {
    self.folder = folder
    kept = try Folder()
    mkfifo(kept.path + "/heard", 0o600)
    pipe = open(kept.path + "/heard", O_RDWR | O_NONBLOCK | O_CLOEXEC)
  }

  deinit { close(pipe) }

  /// A folder for a search path in which these programs stand and no others.
  var path: String { kept.path }

  /// Makes a program of that name; returns where it is.
  @discardableResult
  func make(_ name: String = "speaker", _ manner: Manner = .endless) throws -> String {
    let file = kept.path + "/" + name
    let record =
      #"printf '%s|%s|%s|%s|%s\n' "$EPOCHREALTIME" $$ "$helper" "$*" "$line" >'\#(kept.path)/heard'"#
    let body =
      manner == .lines
      ? "while IFS= read -r line; do \(record); done"
      : "\(manner == .failing ? "IFS= read -r line" : "line=$(cat)")\n\(manner.rawValue)\n\(record)\nwait\nexit $status"
    try "#!/bin/bash\nPATH=/usr/bin:/bin helper=0 status=0 LC_ALL=C\n\(body)\n".write(
      toFile: file, atomically: false, encoding: .utf8)
    chmod(file, 0o700)
    return file
  }

  /// Writes settings that name a program.
  func choose(_ speaker: String, _ more: String = "") throws {
    let config = folder.path + "/.config/allclear"
    try FileManager.default.createDirectory(atPath: config, withIntermediateDirectories: true)
    try "speaker: \(speaker)\n\(more)".write(
      toFile: config + "/settings.yaml", atomically: false, encoding: .utf8)
  }

  /// The next line that is heard; `nil` when there is none in time.
  func heard(within milliseconds: Int32 = 20_000) -> Heard? {
    while true {
      if let end = unread.firstIndex(of: "\n") {
        let parts = unread[..<end].split(
          separator: "|", maxSplits: 4, omittingEmptySubsequences: false)
        unread.removeSubrange(...end)
        return Heard(
          at: Double(parts[0]) ?? 0, process: pid_t(parts[1]) ?? 0, helper: pid_t(parts[2]) ?? 0,
          words: String(parts[3]), line: String(parts[4]))
      }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = pt_read(pipe, &bytes, Int32(bytes.count), milliseconds)
      guard count > 0 else { return nil }
      unread += String(decoding: bytes.prefix(Int(count)), as: UTF8.self)
    }
  }
}
