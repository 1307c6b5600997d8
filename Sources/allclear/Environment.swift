import Glibc

/// The environment of the process.
enum Environment {
  /// A variable's value; nil when it is unset or empty, as NO_COLOR and XDG ask.
  static func value(_ name: String) -> String? {
    guard let pointer = getenv(name) else { return nil }
    let value = String(cString: pointer)
    return value.isEmpty ? nil : value
  }
}
