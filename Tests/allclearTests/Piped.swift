import CPseudoTerminal
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

  /// The same with arguments in a list.
  init(line: [String], input: String, home: String) throws {
    try self.init(
      PseudoTerminal.buildFolder + "/allclear", line, input: input, home: home, environment: [:],
      path: nil)
  }

  /// Runs a line of shell, with the programs of this package on its path.
  static func shell(_ line: String, home: String? = nil) throws -> Piped {
    try Piped(
      "/bin/bash", ["--norc", "--noprofile", "-c", line], input: "", home: home, environment: [:],
      path: nil)
  }

  /// Runs `allclear` with arguments that are known only now.
  static func run(
    _ arguments: [String], home: String? = nil, environment: [String: String] = [:]
  ) throws -> Piped {
    try Piped(
      PseudoTerminal.buildFolder + "/allclear", arguments, input: "", home: home,
      environment: environment, path: nil)
  }

  private init(
    _ program: String, _ arguments: [String], input: String, home: String?,
    environment: [String: String], path: String?
  ) throws {
    let folder = try Folder()
    let search = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let variables = [
      "PATH": PseudoTerminal.buildFolder + ":" + search, "HOME": home ?? folder.path,
      "LANG": "C.UTF-8", "TERM": "xterm-256color",
    ].merging(environment) { _, new in new }.filter { !$0.value.isEmpty }
    // Files and not pipes, so that neither side ever waits for the other.
    let names = ["in", "out", "err"].map { folder.path + "/" + $0 }
    try input.write(toFile: names[0], atomically: false, encoding: .utf8)
    for name in names.dropFirst() {
      _ = FileManager.default.createFile(atPath: name, contents: nil)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, names[0], O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, path ?? names[1], O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, names[2], O_WRONLY, 0)
    var process: pid_t = -1
    // Foundation's own Process waits for a socket that a child of another test may hold open.
    let failed = PseudoTerminal.withCStrings([program] + arguments) { arguments in
      PseudoTerminal.withCStrings(variables.map { "\($0.key)=\($0.value)" }) { environment in
        posix_spawn(&process, program, &actions, nil, arguments, environment)
      }
    }
    var ended: Int32 = -1
    guard failed == 0, pt_wait(process, 30_000, &ended) == 1 else {
      if failed == 0 { kill(process, SIGKILL) }
      throw PseudoTerminal.Failure(description: "\(arguments) did not run to its end")
    }
    status = ended
    output = try String(contentsOfFile: names[1], encoding: .utf8)
    error = try String(contentsOfFile: names[2], encoding: .utf8)
    withExtendedLifetime(folder) {}
  }
}
