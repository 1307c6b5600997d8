import AllClearEngine
import ArgumentParser

// Nothing of the command line is parsed where there is nothing to parse: that costs milliseconds
// before the first frame.
if CommandLine.arguments.count == 1 {
  Session.run(Launch(), .home)
} else {
  AllClear.run(Array(CommandLine.arguments.dropFirst()))
}
