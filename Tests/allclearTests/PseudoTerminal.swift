import CPseudoTerminal
import Foundation

/// A program running in a terminal of its own, with a person at it: the test.
///
///     let terminal = try PseudoTerminal(arguments: ["module", "tracking"])
///     try terminal.waitFor("Today is practice")
///     terminal.press(.enter)
///     #expect(try terminal.exitStatus() == 0)
///     #expect(terminal.terminalIsSane)
///
/// It has an empty home folder, removed with it, and nothing of the surrounding environment but
/// `PATH`. Every wait ends as soon as what it waits for is there, and throws when it is not in time.
final class PseudoTerminal {
  /// Something did not happen in time; says what the screen showed instead.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private(set) var screen: VirtualScreen
  /// Everything that was sent, with its control sequences.
  private(set) var output: [UInt8] = []
  /// The home folder of the program.
  let home: String

  private let terminal: Int32
  private let process: pid_t
  private var status: Int32?
  private var isHungUp = false

  /// Starts a program of this package in a terminal of that size.
  ///
  /// `environment` adds to what the program is given; an empty value takes a variable away.
  convenience init(
    program: String = "allclear", arguments: [String] = [],
    environment: [String: String] = [:], rows: Int = 24, columns: Int = 80
  ) throws {
    try self.init(
      path: Self.buildFolder + "/" + program, arguments: [program] + arguments,
      environment: environment, rows: rows, columns: columns)
  }

  /// Starts an interactive shell, for what only a shell can do: stop a program and go on with it.
  ///
  /// The programs of this package are on its path, and its prompt is `$ `.
  static func shell(
    environment: [String: String] = [:], rows: Int = 24, columns: Int = 80
  ) throws -> PseudoTerminal {
    let all = environment.merging(["PS1": "$ ", "INPUTRC": "/dev/null"]) { mine, _ in mine }
    let shell = try PseudoTerminal(
      path: "/bin/bash", arguments: ["bash", "--norc", "--noprofile", "-i"],
      environment: all, rows: rows, columns: columns)
    try shell.waitFor("$ ")
    return shell
  }

  private init(
    path: String, arguments: [String], environment: [String: String], rows: Int, columns: Int
  ) throws {
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw Failure(description: "there is no program at \(path)")
    }
    let home = FileManager.default.temporaryDirectory
      .appendingPathComponent("allclear-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    let search = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    var all = [
      "PATH": Self.buildFolder + ":" + search, "HOME": home, "TERM": "xterm-256color",
      "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "interactive=no,color=no",
    ]
    all.merge(environment) { _, new in new }
    let pairs = all.filter { !$0.value.isEmpty }.map { "\($0.key)=\($0.value)" }
    var process: pid_t = -1
    terminal = Self.withCStrings(arguments) { arguments in
      Self.withCStrings(pairs) { environment in
        pt_spawn(path, arguments, environment, Int32(rows), Int32(columns), &process)
      }
    }
    self.home = home
    self.process = process
    screen = VirtualScreen(rows: rows, columns: columns)
    guard terminal >= 0 else { throw Failure(description: "no pseudo-terminal: errno \(errno)") }
  }

  deinit {
    if terminal >= 0 {
      pt_close(terminal)
      if status == nil {
        var ended: Int32 = 0
        kill(process, SIGKILL)
        _ = pt_wait(process, 5000, &ended)
      }
    }
    try? FileManager.default.removeItem(atPath: home)
  }

  // MARK: What the person does

  func type(_ text: String) {
    send(bytes: Array(text.utf8))
  }

  func press(_ keys: KeyPress...) {
    for key in keys { type(key.sequence) }
  }

  /// Sends bytes as they are, UTF-8 or not.
  func send(bytes: [UInt8]) {
    _ = pt_write(terminal, bytes, Int32(bytes.count))
  }

  func resize(rows: Int, columns: Int) {
    screen.resize(rows: rows, columns: columns)
    _ = pt_resize(terminal, Int32(rows), Int32(columns))
  }

  /// Sends a signal to the program, or to the shell it was started as.
  func send(signal: Int32) {
    kill(process, signal)
  }

  // MARK: What the person sees

  func waitFor(_ text: String, within time: Duration = .seconds(10)) throws {
    try wait(for: "“\(text)”", within: time) { $0.contains(text) }
  }

  func waitUntilGone(_ text: String, within time: Duration = .seconds(10)) throws {
    try wait(for: "“\(text)” to go", within: time) { !$0.contains(text) }
  }

  /// Reads until the screen is as wanted; throws when it is not in time, or can no longer be.
  func wait(
    for what: String, within time: Duration = .seconds(10),
    until isReached: (VirtualScreen) -> Bool
  ) throws {
    let end = ContinuousClock.now + time
    while !isReached(screen) {
      guard !isHungUp, ContinuousClock.now < end else {
        let why = isHungUp ? "the program ended" : "not within \(time)"
        throw Failure(description: "waited for \(what): \(why); the screen shows\n\(screen.text)")
      }
      read(until: end)
    }
  }

  /// Whether a text was ever sent, even if it has scrolled away since.
  func printed(_ text: String) -> Bool {
    String(decoding: output, as: UTF8.self).contains(text)
  }

  /// Waits for the end of the program; 128 + n when a signal ended it.
  func exitStatus(within time: Duration = .seconds(10)) throws -> Int32 {
    let end = ContinuousClock.now + time
    while !isHungUp, ContinuousClock.now < end { read(until: end) }
    if let status { return status }
    var ended: Int32 = 0
    guard pt_wait(process, Self.milliseconds(until: end), &ended) == 1 else {
      throw Failure(description: "not ended within \(time); the screen shows\n\(screen.text)")
    }
    status = ended
    return ended
  }

  /// Whether a shell could go on here: echo and line editing on, the normal screen, the cursor seen.
  var terminalIsSane: Bool {
    pt_flags(terminal) == Int32(PT_ECHO | PT_CANONICAL) && !screen.isAlternate
      && screen.isCursorVisible && !screen.hasApplicationKeys
  }

  // MARK: Plumbing

  /// Where the programs of this package are: beside the tests, whatever the build folder.
  static let buildFolder: String = {
    let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: path).deletingLastPathComponent().path
  }()

  private func read(until end: ContinuousClock.Instant) {
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = pt_read(terminal, &bytes, Int32(bytes.count), Self.milliseconds(until: end))
    if count < 0 { isHungUp = true }
    guard count > 0 else { return }
    output += bytes.prefix(Int(count))
    screen.feed(Array(bytes.prefix(Int(count))))
  }

  private static func milliseconds(until end: ContinuousClock.Instant) -> Int32 {
    let (seconds, attoseconds) = (end - .now).components
    return Int32(clamping: max(0, seconds * 1000 + attoseconds / 1_000_000_000_000_000))
  }

  static func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var copies = texts.map { strdup($0) } + [nil]
    defer { for copy in copies { free(copy) } }
    return body(&copies)
  }
}
