import CPseudoTerminal
import Glibc

/// A program in a terminal of 80×24 of its own.
///
/// A frame has ended when nothing more has come for a while; its time is that of its last byte.
/// All programs are measured in this one way.
final class Child {
  /// What came between a moment and the silence after it.
  struct Burst {
    /// Milliseconds to the last byte.
    var milliseconds: Double
    var bytes: [UInt8]
  }

  let pid: pid_t
  private let terminal: Int32
  private let start: Double

  init(
    _ command: [String], _ setting: Setting, journal: String = "none"
  ) throws(Trouble) {
    var pid: pid_t = 0
    let start = Self.now()
    let terminal = Self.withPointers(command) { arguments in
      Self.withPointers(setting.environment(journal: journal)) { variables in
        pt_spawn(command[0], arguments, variables, 24, 80, &pid)
      } ?? -1
    }
    guard let terminal, terminal >= 0 else { throw Trouble(text: "cannot start \(command[0])") }
    self.pid = pid
    self.terminal = terminal
    self.start = start
  }

  /// Milliseconds of a clock that only goes forward.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }

  /// The first frame, from before the process was made.
  func firstFrame() throws(Trouble) -> Burst {
    let burst = read(from: start, first: 10_000, quiet: 80)
    guard !burst.bytes.isEmpty else { throw Trouble(text: "a program showed nothing") }
    return burst
  }

  /// Sends keys and returns what they changed on the screen.
  func send(_ keys: String, quiet: Int32 = 40) throws(Trouble) -> Burst {
    let start = Self.now()
    let bytes = Array(keys.utf8)
    guard pt_write(terminal, bytes, Int32(bytes.count)) == 0 else {
      throw Trouble(text: "a program ended before its key")
    }
    let burst = read(from: start, first: 2000, quiet: quiet)
    guard !burst.bytes.isEmpty else { throw Trouble(text: "a key changed nothing") }
    return burst
  }

  /// What comes in the next milliseconds, each piece with its moment.
  func watch(milliseconds: Double) -> [(at: Double, bytes: [UInt8])] {
    var pieces: [(at: Double, bytes: [UInt8])] = []
    let end = Self.now() + milliseconds
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let left = end - Self.now()
      guard left > 0 else { return pieces }
      let count = pt_read(terminal, &buffer, 65_536, Int32(left.rounded(.up)))
      if count < 0 { return pieces }
      if count > 0 { pieces.append((Self.now(), Array(buffer[..<Int(count)]))) }
    }
  }

  private func read(from start: Double, first: Int32, quiet: Int32) -> Burst {
    var burst = Burst(milliseconds: 0, bytes: [])
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = pt_read(terminal, &buffer, 65_536, burst.bytes.isEmpty ? first : quiet)
      guard count > 0 else { return burst }
      burst.milliseconds = Self.now() - start
      burst.bytes += buffer[..<Int(count)]
    }
  }

  /// The greatest resident memory so far, in MB.
  var peakMemory: Double {
    guard let file = fopen("/proc/\(pid)/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 512)
    while fgets(&line, 512, file) != nil {
      let bytes = line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
      let text = String(decoding: bytes, as: UTF8.self)
      guard text.hasPrefix("VmHWM:") else { continue }
      return (Double(text.filter(\.isNumber)) ?? 0) / 1024
    }
    return 0
  }

  /// The processor time used so far, in milliseconds.
  var processorTime: Double {
    var clock: clockid_t = 0
    var time = timespec()
    guard clock_getcpuclockid(pid, &clock) == 0, clock_gettime(clock, &time) == 0 else { return 0 }
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }

  /// Waits for its end, reading what it prints; its exit status, or nil when it takes too long.
  func wait(milliseconds: Double) -> Int32? {
    _ = watch(milliseconds: milliseconds)
    var status: Int32 = 0
    return pt_wait(pid, 2000, &status) == 1 ? status : nil
  }

  /// Ends it without asking.
  func end() {
    kill(pid, SIGKILL)
    var status: Int32 = 0
    _ = pt_wait(pid, 2000, &status)
  }

  deinit { pt_close(terminal) }

  private static func withPointers<T>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> T
  ) -> T? {
    var pointers = texts.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeMutableBufferPointer { $0.baseAddress.map(body) }
  }
}
