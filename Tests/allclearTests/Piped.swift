import Foundation

/// The real binary with pipes where a terminal would be.
struct Piped {
  let status: Int32
  let output: String
  let error: String

  /// Runs `allclear` to its end, in an empty home folder, on these lines of input.
  init(
    _ arguments: String..., input: String = "", home: String? = nil,
    environment: [String: String] = [:], output path: String? = nil
  ) throws {
    try self.init(
      PseudoTerminal.buildFolder + "/allclear", arguments, input: input, home: home,
      environment: environment, path: path)
  }

  /// Runs a line of shell, with the programs of this package on its path.
  static func shell(_ line: String, home: String? = nil) throws -> Piped {
    try Piped(
      "/bin/bash", ["--norc", "--noprofile", "-c", line], input: "", home: home, environment: [:],
      path: nil)
  }

  private init(
    _ program: String, _ arguments: [String], input: String, home: String?,
    environment: [String: String], path: String?
  ) throws {
    let folder = try Folder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let search = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = [
      "PATH": PseudoTerminal.buildFolder + ":" + search, "HOME": home ?? folder.path,
      "LANG": "C.UTF-8", "TERM": "xterm-256color",
    ].merging(environment) { _, new in new }.filter { !$0.value.isEmpty }
    // Files and not pipes, so that neither side ever waits for the other.
    let names = ["in", "out", "err"].map { folder.path + "/" + $0 }
    try input.write(toFile: names[0], atomically: false, encoding: .utf8)
    for name in names.dropFirst() { FileManager.default.createFile(atPath: name, contents: nil) }
    process.standardInput = FileHandle(forReadingAtPath: names[0])
    process.standardOutput = FileHandle(forWritingAtPath: path ?? names[1])
    process.standardError = FileHandle(forWritingAtPath: names[2])
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try String(contentsOfFile: names[1], encoding: .utf8)
    error = try String(contentsOfFile: names[2], encoding: .utf8)
    withExtendedLifetime(folder) {}
  }
}
