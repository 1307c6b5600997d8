import AllClearEngine
import Foundation
import Testing

@testable import allclear

/// settings.yaml on disk.
@Suite("The file of settings")
struct SettingsFileTests {
  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }

  private func names(_ path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  @Test("it is made when something is chosen, for its owner alone")
  func made() throws {
    let folder = try Folder()
    let path = folder.path + "/deep/allclear/settings.yaml"
    let file = SettingsFile(path: path)
    #expect(file.settings == Settings() && file.fault == nil)
    #expect(names(folder.path).isEmpty)
    #expect(file.keep(.theme(.light)))
    #expect(file.keep(.bells(false)))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "theme: light\nbells: none\n")
    #expect(try mode(path) == 0o600)
    #expect(try mode(folder.path + "/deep/allclear") == 0o700)
    #expect(names(folder.path + "/deep/allclear") == ["settings.yaml"])
    let read = SettingsFile(path: path)
    #expect(read.settings.theme == .light && !read.settings.bells && read.fault == nil)
  }

  @Test("a link stays a link, and its file keeps who may read it")
  func link() throws {
    let folder = try Folder()
    let path = folder.path + "/settings.yaml"
    let real = folder.path + "/dotfiles.yaml"
    try "plain: no\n".write(toFile: real, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: real)
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: "dotfiles.yaml")
    #expect(SettingsFile(path: path).keep(.plain(true)))
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: path) == "dotfiles.yaml")
    #expect(try String(contentsOfFile: real, encoding: .utf8) == "plain: yes\n")
    #expect(try mode(real) == 0o644)
  }

  @Test("another window's choice is kept")
  func twoWindows() throws {
    let folder = try Folder()
    let path = folder.path + "/settings.yaml"
    let (one, other) = (SettingsFile(path: path), SettingsFile(path: path))
    #expect(one.keep(.theme(.mono)))
    #expect(other.keep(.motion(false)))
    let read = SettingsFile(path: path).settings
    #expect(read.theme == .mono && !read.motion)
  }

  @Test("a folder in its place, a device and a link to nowhere in a file are left as they are")
  func inItsPlace() throws {
    let folder = try Folder()
    let path = folder.path + "/settings.yaml"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(SettingsFile(path: path).fault == App.SettingsFault(lines: []))
    #expect(!SettingsFile(path: path).keep(.plain(true)))
    #expect(names(folder.path) == ["settings.yaml"] && names(path).isEmpty)
    let full = folder.path + "/full.yaml"
    try FileManager.default.createSymbolicLink(atPath: full, withDestinationPath: "/dev/full")
    #expect(!SettingsFile(path: full).keep(.plain(true)))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: full) == "/dev/full")
    #expect(!SettingsFile(path: folder.path + "/full.yaml/x/settings.yaml").keep(.plain(true)))
    #expect(!SettingsFile(path: nil).keep(.plain(true)))
    #expect(SettingsFile(path: nil).fault == nil)
  }

  @Test("the command line wins over the file")
  func precedence() {
    var kept = Settings()
    kept.theme = .light
    kept.width = 60
    var launch = Launch()
    #expect(launch.settings(over: kept) == kept)
    launch.theme = .mono
    launch.width = 0
    let settings = launch.settings(over: kept)
    #expect(settings.theme == .mono && settings.width == 0)
  }
}
