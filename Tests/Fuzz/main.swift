import AllClearEngine
import AllClearScript
import Foundation

// Hands what libFuzzer makes up to the compiler: `.ci/fuzz` builds and starts it.
//
// The first byte of an input says which file of a tiny program it is, the rest is that file. A
// trap, two seconds, or half a gigabyte is a finding; libFuzzer writes the input down and ends.
// The seconds are those that the process has computed: a busy machine makes no file slow.

/// libFuzzer's own loop; it lives in the library that `-sanitize=fuzzer` links.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

func secondsComputed() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(
  runDriver(&count, &arguments) { start, length in
    let begin = secondsComputed()
    TinyProgram.shared.check(UnsafeBufferPointer(start: start, count: length))
    let seconds = secondsComputed() - begin
    guard seconds < 2 else {
      FileHandle.standardError.write(Data("this file took \(seconds) s\n".utf8))
      abort()
    }
    return 0
  })
