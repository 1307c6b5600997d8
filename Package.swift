// swift-tools-version: 6.2
import PackageDescription

// Each outside library is imported by exactly one target: Yams by AllClearScript, GRDB by
// AllClearStore, Mustache by AllClearExchange, ArgumentParser by the executable. `.ci/arrows` holds
// this.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// Warnings are errors in CI only: a newer compiler's new warning must not stop a person's build.
let strict: [SwiftSetting] =
  Context.environment["ALLCLEAR_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

let package = Package(
  name: "allclear",
  products: [
    .executable(name: "allclear", targets: ["allclear"])
  ],
  dependencies: [
    // Exact versions: a journal and a clinical text deserve a build that can be repeated.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(name: "AllClearMeasures"),
    .target(name: "AllClearEngine", dependencies: ["AllClearMeasures"]),
    .target(
      name: "AllClearScript", dependencies: ["AllClearEngine", "AllClearMeasures", "Yams"]),
    .target(
      name: "AllClearStore",
      dependencies: [
        "AllClearEngine", "AllClearMeasures", .product(name: "GRDB", package: "GRDB.swift"),
      ]
    ),
    .target(name: "AllClearUI", dependencies: ["AllClearEngine", "AllClearMeasures"]),
    .target(
      name: "AllClearExchange",
      dependencies: [
        "AllClearEngine", "AllClearMeasures", .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .executableTarget(
      name: "allclear",
      dependencies: [
        "CNcurses", "AllClearEngine", "AllClearExchange", "AllClearMeasures", "AllClearScript",
        "AllClearStore", "AllClearUI",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Manual"]
    ),
    .testTarget(name: "AllClearMeasuresTests", dependencies: ["AllClearMeasures"]),
    .testTarget(
      name: "AllClearEngineTests", dependencies: ["AllClearEngine", "AllClearMeasures"],
      exclude: ["HoldTable.txt"]),
    .testTarget(
      name: "AllClearScriptTests", dependencies: ["AllClearScript", "AllClearEngine"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "AllClearStoreTests",
      dependencies: ["AllClearStore", "AllClearEngine", "AllClearMeasures"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "AllClearUITests", dependencies: ["AllClearUI", "AllClearEngine"],
      exclude: ["Golden"]),
    .testTarget(
      name: "AllClearExchangeTests",
      dependencies: ["AllClearExchange", "AllClearEngine", "AllClearMeasures"]),
    .testTarget(
      name: "allclearTests",
      dependencies: [
        "allclear", "AllClearEngine", "AllClearExchange", "AllClearMeasures", "AllClearScript",
        "AllClearStore", "AllClearUI", "CPseudoTerminal",
      ],
      exclude: ["Transcripts", "Reminder/Programs"]),
    // For the smoke test only: opens a pseudo-terminal and starts the real binary in it.
    .target(
      name: "CPseudoTerminal", path: "Tests/CPseudoTerminal",
      linkerSettings: [.linkedLibrary("util")]),
    // What the tests of the terminal layer start: it shows every key that arrives.
    .executableTarget(
      name: "CTerminalProbe", dependencies: ["CNcurses"], path: "Tests/CTerminalProbe"),
    // For `make bench` only.
    .executableTarget(
      name: "allclear-bench",
      dependencies: [
        "AllClearEngine", "AllClearExchange", "AllClearMeasures", "AllClearScript", "AllClearStore",
        "CPseudoTerminal",
      ], path: "Tests/Bench", exclude: ["OwnCauses.csv"]),
  ]
)

// For `make fuzz` only: it links a library that no other build needs.
if Context.environment["ALLCLEAR_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "allclear-fuzz", dependencies: ["AllClearScript", "AllClearEngine"],
      path: "Tests/Fuzz"))
}

for target in package.targets where target.type != .system {
  let isC = target.name.hasPrefix("C")
  if !isC {
    target.swiftSettings = (target.swiftSettings ?? []) + settings + strict
  }
}
