import AllClearEngine
import AllClearScript
import AllClearStore
import Foundation
import Testing

@testable import allclear

/// The content of this checkout, with a journal of its own in a temporary folder.
struct RealContent {
  let house: House
  let folder: String

  /// The checkout.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  init() throws {
    var launch = Launch()
    launch.content = Self.root + "/Content"
    house = try House(launch)
    folder = FileManager.default.temporaryDirectory.path + "/allclear-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  var journal: String { folder + "/journal.sqlite" }

  /// Throws the journal away.
  func remove() {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// A sitting that begins now, on the journal as it is.
  func host(
    sitting: Int = 1, at now: Now, keeps: Bool = true, speed: Int = 1
  ) throws -> Runtime {
    let door = keeps ? try JournalDoor(path: journal) : nil
    let digest = try door?.existing?.digest() ?? Digest()
    let options = App.Options(
      sitting: "00000000-0000-4000-8000-\(String(repeating: "0", count: 11))\(sitting)",
      appVersion: "test", journal: door?.access ?? .none,
      origin: speed == 1 ? .journal : .speed)
    let app = App(program: house.program, digest: digest, options: options, now: now)
    return Runtime(
      app: app, program: house.program, compiler: house.compiler, journal: door,
      settings: SettingsFile(path: folder + "/settings.yaml"))
  }
}
