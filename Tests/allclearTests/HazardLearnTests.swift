import AllClearEngine
import Testing

@testable import allclear

/// The rows of Content/SAFETY.md that are about lessons, doubts and pages to read.
@Suite("Hazards of what is taught")
struct HazardLearnTests {
  @Test("Every answer to a doubt may stay open, and no doubt is answered twice")
  func doubts() throws {
    let module = try #require(Library.real?.modules["doubt"])
    var answers = 0
    for step in module.allSteps {
      guard case .choose(let prose, let options, _) = step.kind else { continue }
      guard options.contains(where: { $0.settles == .doubts }) else { continue }
      answers += 1
      #expect(options.contains { $0.id == "open" && $0.settles == nil }, "\(step.id)")
      let words = prose.plainText.split(whereSeparator: \.isWhitespace)
      #expect(words.count <= 60, "\(step.id)")
      // What was left open is asked about by no later step.
      for later in module.allSteps {
        let answered = later.when?.references.contains(.step(step.id)) ?? false
        #expect(!answered, "\(later.id)")
      }
    }
    #expect(answers > 10)
  }

  /// Of 100 people without back pain; a number that was read in copies only is not there.
  ///
  /// Neither is one that rests on nobody of that age.
  private static let scans: [String: [Int]] = [
    "at-twenty": [37, 30, 29, 19], "at-thirty": [52, 40, 31, 20],
    "at-forty": [68, 50, 33, 22, 18], "at-fifty": [80, 60, 36, 23, 32],
    "at-sixty": [88, 69, 38, 25], "at-seventy": [93, 77, 40, 27],
    "at-eighty": [96, 84, 43, 29],
  ]

  @Test("Each number about scans is the table's, and the other half comes after it")
  func scans() throws {
    let steps = try #require(Library.real?.modules["alarm"]?.allSteps)
    let other = try #require(steps.firstIndex { $0.id == "both-true" })
    for (id, numbers) in Self.scans {
      let at = try #require(steps.firstIndex { $0.id == id }, "\(id)")
      #expect(at < other)
      let items = steps[at].prose.plainText.split(separator: "\n").filter { $0.hasPrefix("- ") }
      #expect(items.map { Int($0.split(separator: " ").last ?? "") } == numbers, "\(id)")
      #expect(steps[at].sources.map(\.id) == ["brinjikji-2015"])
    }
    #expect(steps[other].sources.map(\.id) == ["brinjikji-2015b"])
    let page = try #require(Library.real?.modules["my-scan"]?.allSteps).map(\.prose.plainText)
    #expect(page.first?.contains("30 at the age of 20, 60 at 50 and 84 at 80") == true)
    #expect(page.dropFirst().first?.hasPrefix("The other half") == true)
  }

  @Test("No list of causes is shown before they are asked afresh")
  func causes() throws {
    var asked = 0
    for module in try #require(Library.real).written {
      var isShown = false
      for step in module.allSteps {
        switch step.kind {
        case .collect(_, .causes, _, _):
          asked += 1
          #expect(!isShown, "\(module.id).\(step.id)")
        case .show(_, .causes): isShown = true
        default: break
        }
        for case .hole(let hole) in step.prose.blocks.flatMap(\.runs) {
          guard case .answer(let answer) = hole.source else { continue }
          switch answer {
          case .step("causes"), .earlier(_, "causes"), .own(.causes): isShown = true
          default: break
          }
        }
      }
    }
    #expect(asked >= 3)
  }

  @Test("Nothing that is said names a dose, and the page on medicine changes none")
  func medicine() throws {
    let library = try #require(Library.real)
    for module in library.modules.values {
      for step in module.allSteps {
        let words = step.prose.plainText.lowercased().split { !$0.isLetter && !$0.isNumber }
        for (word, next) in zip(words, words.dropFirst()) where word.allSatisfy(\.isNumber) {
          let units: Set<Substring> = ["mg", "milligrams", "tablets", "pills", "drops", "ml"]
          #expect(!units.contains(next), "\(module.id).\(step.id)")
        }
      }
    }
    let page = try #require(library.modules["my-medicine"]?.allSteps)
    let text = page.map(\.prose.plainText).joined(separator: "\n")
    #expect(page.first?.prose.plainText.hasPrefix("Change nothing because of this") == true)
    #expect(text.contains("A change needs a plan with the person who prescribes it"))
  }

  @Test("The page on other pain says what the questions do not ask, and leads to a doctor")
  func otherPain() throws {
    let page = try #require(Library.real?.modules["other-pain"]?.allSteps)
    let text = page.map(\.prose.plainText).joined(separator: "\n")
    for words in [
      "So we cannot say that it helps.", "The safety questions here are made for backs.",
      "is for a doctor first", "is for the emergency number, now",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test("A page to read promises nothing and tells nobody that it is their fault")
  func promises() throws {
    let library = try #require(Library.real)
    for entry in library.program.pages {
      for step in library.modules[entry.id]?.allSteps ?? [] {
        let text = step.prose.plainText.lowercased()
        for words in [
          "will help you", "will ease", "will get better", "will go away", "you only have to",
          "98%", "cured", "wear and tear", "good candidate",
        ] {
          #expect(!text.contains(words), "\(entry.id).\(step.id): \(words)")
        }
      }
    }
  }
}

extension Prose.Block {
  fileprivate var runs: [Prose.Run] {
    switch self {
    case .paragraph(let runs), .item(let runs): runs
    case .numbers, .numbersHole, .chart: []
    }
  }
}
