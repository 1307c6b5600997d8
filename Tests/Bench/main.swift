// Start to first complete frame and memory, beside a peer, in one run and interleaved.
//
//     allclear-bench RUNS ALLCLEAR PEER [PEER-ARGUMENT ...]
//
// A frame is complete when nothing more has come for 80 ms; its time is that of its last byte.

import CPseudoTerminal
import Glibc

struct Sample {
  var milliseconds: Double
  /// The greatest resident memory, in MB.
  var megabytes: Double
  var bytes: Int
}

func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
}

func withPointers<T>(
  _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> T
) -> T? {
  var pointers = texts.map { strdup($0) } + [nil]
  defer { for pointer in pointers { free(pointer) } }
  return pointers.withUnsafeMutableBufferPointer { $0.baseAddress.map(body) }
}

func say(_ text: String) {
  _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) }
}

func peakMemory(of pid: pid_t) -> Double {
  guard let file = fopen("/proc/\(pid)/status", "r") else { return 0 }
  defer { fclose(file) }
  var line = [CChar](repeating: 0, count: 512)
  while fgets(&line, 512, file) != nil {
    let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard text.hasPrefix("VmHWM:") else { continue }
    return (Double(text.filter(\.isNumber)) ?? 0) / 1024
  }
  return 0
}

func measure(_ command: [String], environment: [String]) -> Sample? {
  var pid: pid_t = 0
  let start = now()
  let terminal = withPointers(command) { arguments in
    withPointers(environment) { variables in
      pt_spawn(command[0], arguments, variables, 24, 80, &pid)
    } ?? -1
  }
  guard let terminal, terminal >= 0 else { return nil }
  defer { pt_close(terminal) }
  var last = start
  var total = 0
  var buffer = [UInt8](repeating: 0, count: 65536)
  while true {
    let count = pt_read(terminal, &buffer, 65536, total == 0 ? 5000 : 80)
    guard count > 0 else { break }
    last = now()
    total += Int(count)
  }
  let memory = peakMemory(of: pid)
  kill(pid, SIGKILL)
  var status: Int32 = 0
  _ = pt_wait(pid, 2000, &status)
  return total > 0
    ? Sample(milliseconds: last - start, megabytes: memory, bytes: total) : nil
}

func line(_ name: String, _ samples: [Sample]) -> String {
  func figures(_ values: [Double]) -> String {
    let sorted = values.sorted()
    func at(_ share: Double) -> String {
      let value = sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
      let tenths = Int((value * 10).rounded())
      return "\(tenths / 10).\(tenths % 10)"
    }
    return "min \(at(0))  median \(at(0.5))  p90 \(at(0.9))  max \(at(1))"
  }
  let padded = name + String(repeating: " ", count: max(1, 26 - name.count))
  return padded + "ms: " + figures(samples.map(\.milliseconds)) + "   MB: "
    + figures(samples.map(\.megabytes))
}

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 3, let runs = Int(arguments[0]), runs > 0 else {
  say("usage: allclear-bench RUNS ALLCLEAR PEER [PEER-ARGUMENT ...]\n")
  exit(64)
}
let folder = "/tmp/allclear-bench-\(getpid())"
mkdir(folder, 0o700)
let environment = [
  "TERM=xterm-256color", "LANG=C.UTF-8", "HOME=\(folder)", "PATH=/usr/bin:/bin",
]
let allclear = arguments[1]
let commands: [(name: String, words: [String])] = [
  ("allclear, first run", [allclear, "--journal", folder + "/none.sqlite"]),
  ("allclear, its Home", [allclear, "--journal", folder + "/journal.sqlite"]),
  (arguments[2].split(separator: "/").last.map(String.init) ?? "peer", Array(arguments[2...])),
]

// A journal with an answer in it, so that the second row opens Home: the real program makes it.
_ = withPointers([
  "sh", "-c",
  "printf '1\\nq\\n' | '\(allclear)' --plain --journal '\(folder)/journal.sqlite' >/dev/null",
]) { words in
  var pid: pid_t = 0
  return withPointers(environment) { variables in
    let terminal = pt_spawn("/bin/sh", words, variables, 24, 80, &pid)
    var status: Int32 = 0
    _ = pt_wait(pid, 20_000, &status)
    pt_close(terminal)
    return status
  }
}

var samples = [[Sample]](repeating: [], count: commands.count)
for run in -2..<runs {
  for (index, command) in commands.enumerated() {
    guard let sample = measure(command.words, environment: environment) else {
      say("allclear-bench: \(command.words[0]) printed nothing\n")
      exit(1)
    }
    // The first two runs warm the file cache.
    if run >= 0 { samples[index].append(sample) }
  }
}
print("start to first complete frame, and peak memory; \(runs) runs each, interleaved, 80x24")
for (index, command) in commands.enumerated() { print(line(command.name, samples[index])) }
func median(_ samples: [Sample]) -> Double {
  samples.map(\.milliseconds).sorted()[samples.count / 2]
}
let ratio = Int((median(samples[1]) / median(samples[2]) * 100).rounded())
print(
  "Home beside \(commands[2].name): \(ratio / 100).\(ratio % 100 < 10 ? "0" : "")\(ratio % 100) times as long"
)
