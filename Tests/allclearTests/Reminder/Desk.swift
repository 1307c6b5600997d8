import Foundation

@testable import allclear

/// A home with a systemd and a desktop that only write down what they were asked.
///
/// Nothing of the real machine is on the path: no test sets a reminder for who runs it.
struct Desk {
  let folder: Folder

  /// - Parameter isSilent: whether there is no systemd at all.
  init(isSilent: Bool = false) throws {
    folder = try Folder()
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: false)
    // Links, and not files that are written now: while a test beside this one starts a program, a
    // file that was open a moment ago may be busy, and cannot be run.
    for name in ["systemctl", "notify-send"] where name != "systemctl" || !isSilent {
      try FileManager.default.createSymbolicLink(
        atPath: bin + "/" + name, withDestinationPath: Self.programs + "/" + name)
    }
  }

  private static let programs = RealContent.root + "/Tests/allclearTests/Reminder/Programs"

  private var bin: String { folder.path + "/bin" }
  var units: String { folder.path + "/.config/systemd/user" }
  var service: String { units + "/allclear-hello.service" }
  var timer: String { units + "/allclear-hello.timer" }

  /// What systemd was asked, a line each.
  var asked: [String] { lines("asked") }
  /// What the desktop was asked to show, a word a line.
  var shown: [String] { lines("shown") }

  /// Runs `allclear remind` in this home.
  func remind(_ arguments: String..., environment: [String: String] = [:]) throws -> Piped {
    try Piped.run(
      ["remind"] + arguments, home: folder.path,
      environment: ["PATH": bin].merging(environment) { _, new in new })
  }

  /// From now on systemd refuses this.
  func refuse(_ word: String) throws { try put("refused", word + "\n") }

  /// What systemd says it knows of the timer.
  func know(_ text: String) throws { try put("known", text) }

  func takeAway(_ program: String) throws {
    try FileManager.default.removeItem(atPath: bin + "/" + program)
  }

  func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

  /// Everything in the home but the programs: each path from the home on.
  var files: [String] {
    let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (all ?? []).filter { !$0.hasPrefix("bin") }.sorted()
  }

  private func lines(_ name: String) -> [String] {
    (text(bin + "/" + name) ?? "").split(separator: "\n").map(String.init)
  }

  private func put(_ name: String, _ text: String) throws {
    try text.write(toFile: bin + "/" + name, atomically: false, encoding: .utf8)
  }
}
