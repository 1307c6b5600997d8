import AllClearEngine

/// What the screen is doing, as far as keys are concerned: one column of the key table.
enum KeyColumn: Hashable, CaseIterable {
  /// Something to read: a card, and every page before the one that asks.
  case card
  case choose, many, gate, scale, write, collect
  /// A page before the place to write: a letter goes on to that place and is typed there.
  case beforeWriting
  case ready, running, ownPace, paused, stopOffer, ended
  /// A word to find in a list is typed.
  case search
  case help, blank
  /// Text is typed here, and who shows allclear to others has stepped aside from it.
  case aside

  /// Letters are text here and not keys.
  var takesText: Bool {
    self == .write || self == .collect || self == .beforeWriting || self == .search
  }
}

/// What a key stands for, whatever it does to this prompt.
enum Meaning: Hashable {
  // Everywhere.
  case crisis, flare, blank, help, leave
  // At a prompt.
  case goOn, back, undo, skip, why, plain, voice
  case pageOn, pageBack
  // Choosing.
  case previous, next, first, last, digit, choose, mark, confirm, clear
  case search, searchTake, searchLeave
  // A scale.
  case less, more, least, most
  // A practice.
  case start, startOwnPace, pause, resume, nextLine, offerStop, stop, time, practiceGoOn
  // Writing.
  case type, newLine, addEntry, finish, leaveText, readAgain
  case erase, eraseAfter
  case left, right, up, down, lineStart, lineEnd
  // Overlays.
  case close, show
  // A demo.
  case present(Presenting), clickOn, clickBack, goTo
}

/// One line of the key table: keys that belong together, what they mean and what that is called.
struct KeyRow: Hashable {
  /// Which key means what.
  var bindings: [Key: Meaning]
  /// How the keys are called, in the footer and in help.
  var names: [Name]
  var label: Phrase
  /// How dear it is to the footer, 0 first; `nil` is shown in help only.
  var rank: Int?
  var needs: Need

  /// How a key is called.
  enum Name: Hashable {
    case phrase(Phrase)
    case sign(String)
  }

  /// What must hold for the row to be there at all.
  enum Need: Hashable {
    case nothing
    case move(Prompt.Move)
    case pages
    case choices
    case plainOffer
    /// Somebody shows allclear to others.
    case demo
  }

  init(
    _ keys: [Key], _ meaning: Meaning, _ names: [Name], _ label: Phrase, rank: Int? = nil,
    needs: Need = .nothing
  ) {
    self.init(keys.map { ($0, meaning) }, names, label, rank: rank, needs: needs)
  }

  init(
    _ pairs: [(Key, Meaning)], _ names: [Name], _ label: Phrase, rank: Int? = nil,
    needs: Need = .nothing
  ) {
    bindings = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    self.names = names
    self.label = label
    self.rank = rank
    self.needs = needs
  }
}
