import Foundation
import Testing

@testable import allclear

@Suite("Content files")
struct ContentFilesTests {
  @Test("a folder that links to itself has each file once", .timeLimit(.minutes(10)))
  func loop() throws {
    let folder = try Folder()
    let inner = folder.path + "/modules"
    try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
    try "a".write(toFile: inner + "/a.yaml", atomically: false, encoding: .utf8)
    for name in ["x", "y"] {
      try FileManager.default.createSymbolicLink(
        atPath: inner + "/" + name, withDestinationPath: "..")
    }
    #expect(ContentFiles.list(folder.path) == ["modules/a.yaml"])
    withExtendedLifetime(folder) {}
  }
}
