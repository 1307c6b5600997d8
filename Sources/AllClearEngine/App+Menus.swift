// The lists that code makes of the program: Home, the course, practices, pages.
extension App.State {
  /// A line of a list and what it does.
  struct Item {
    var id: String
    var text: String
    /// What a search looks through beside the text.
    var searched: String?
    var does: Deed
  }

  enum Deed {
    case open(Door)
    case show(Menu)
    case resume(SessionID, then: Door?)
    case afresh(String, then: Door?)
    /// Goes back to the page of a gate.
    case gate(String)
    case country(String)
    case asked
    /// One of the person's own safety lines, or a borrowed one.
    case line
    case tried
    case set(Setting)
    case keep(Personal)
    case writeWord
    case writeSetting(OwnSetting)
    case privacy
    case read(OwnList)
    case change(OwnEntry.ID, OwnEntry.Change)
    case write(OwnList, OwnEntry.ID?)
    case rewrite(RecordID)
    case progress
    /// Another page in the place of this one.
    case turn(Menu)
    case erase(RecordID)
    case safety(String)
    case present(Showing)
    case jump(Door)
    /// To Home in a demo, whatever lies in between.
    case straightHome
    case toHome
    case back
    case leave
  }

  mutating func choose(_ answer: Answer, in menu: Menu, at now: Now) -> Outcome {
    guard case .option(let id) = answer,
      let item = items(of: menu, at: now).first(where: { $0.id == id })
    else { return (nil, []) }
    switch item.does {
    case .open(let door):
      if case .lengths = menu { stack.removeLast() }
      return (nil, open(door, at: now))
    case .show(let menu): stack.append(.menu(menu))
    case .resume(let session, let then):
      if case .module = menu { stack.removeLast() }
      return (nil, resume(session, then: then, at: now))
    case .afresh(let module, let then):
      stack.removeLast()
      return (nil, openAfresh(module, then: then))
    case .gate(let gate): return (nil, resume(gate: gate))
    case .country(let country):
      listChange = .country(from: self.country)
      self.country = country
      stack.removeLast()
    case .asked:
      let batch = batch(of: .askOn(nil), at: now)
      listChange = batch?.records.last.map { .asked($0.id) }
      return (batch, open(.module(program.roles.afterFlare), at: now))
    case .line: tellLine(at: now)
    case .tried: tellTried(at: now)
    case .set(let setting): return set(setting)
    case .keep(let personal): return keep(personal, at: now)
    case .writeWord: stack.append(.ownWord(tries: 0))
    case .writeSetting(let own): stack.append(.ownSetting(own, tries: 0))
    case .privacy: tellPrivacy()
    case .read(let list): return read(list, at: now)
    case .change(let id, let change): return self.change(id, change, at: now)
    case .write(let list, let entry):
      stack.append(.ownWriting(OwnWriting(list: list, entry: entry)))
    case .rewrite(let id): stack.append(.rewriting(id))
    case .progress: showProgress()
    case .turn(let menu): stack[stack.count - 1] = .menu(menu)
    case .erase(let id): return (nil, [.erase(id)])
    case .safety(let module): return (nil, openSafety(module, at: now))
    case .present(let showing): return (nil, [.present(showing)])
    case .jump(let door): return (nil, jump(to: door, at: now))
    case .straightHome: stack = [.menu(.home)]
    case .toHome: returnHome()
    case .back: stack.removeLast()
    case .leave: return (nil, [.quit])
    }
    return (nil, [])
  }

  func menuPrompt(_ menu: Menu, at now: Now) -> Prompt {
    let choices = items(of: menu, at: now).map {
      Prompt.Choice(id: $0.id, text: $0.text, searched: $0.searched)
    }
    return Prompt(
      place: "menu:" + menu.name + version(of: menu),
      body: .choose(text(of: menu, at: now), choices, many: false),
      heading: heading(of: menu), moves: menu == .home ? [.why] : stack.count > 1 ? [.back] : [])
  }

  private func text(of menu: Menu, at now: Now) -> Prose {
    switch menu {
    case .writing(let id): page(of: id, at: now)
    case .letter: letterPage(at: now)
    case .entry(.fearedMovements, let id): movementPage(of: id, at: now)
    case .changedPart(let part, let hasTable):
      progressPage(part, hasTable: hasTable, at: now)
    default: Prose(question(of: menu, at: now))
    }
  }

  private func heading(of menu: Menu) -> String? {
    switch menu {
    case .home: program.title
    case .more: phrases(.somethingElse)
    case .today: phrases(.forToday)
    case .programme: phrases(.theProgramme)
    case .practices: phrases(.choosePractice)
    case .lengths(let id): program.practice(id)?.title
    case .reading: phrases(.somethingToRead)
    case .module(let id, _): program.module(id)?.title
    case .countries: phrases(.crisisTitle)
    case .settings, .person, .voice, .choices: phrases(.settings)
    case .mine: phrases(.ownWords)
    case .own(let list), .away(let list), .entry(let list, _): phrases(list.title)
    case .writings: phrases(.writings)
    case .writing(let id), .erasing(let id):
      writing(id).flatMap { title(of: $0.module) } ?? phrases(.writings)
    case .letter: phrases(.ownLetter)
    case .changed: phrases(.changed)
    case .changedPart(let part, _): phrases(part.title)
    case .causeKinds, .causeKind: phrases(.changedCauses)
    case .safetyAgain(let id): program.module(id)?.title
    case .shelf(let id): program.shelf(id)?.title
    case .showcase: phrases(.showTitle)
    case .showPersona(let id): options.showcase.personas.first { $0.id == id }?.title
    case .everywhere: phrases(.showGoTo)
    }
  }

  private func question(of menu: Menu, at now: Now) -> String {
    switch menu {
    case .home: homeQuestion(at: now)
    case .more: ""
    case .today: phrases(.todayQuestion)
    case .programme: phrases(.programmeQuestion)
    case .practices: phrases(.practiceQuestion)
    case .lengths: phrases(.lengthQuestion)
    case .reading: phrases(.readQuestion)
    case .module: phrases(.inTheMiddle)
    case .countries: phrases(.whichCountry)
    case .settings: phrases(.settingsQuestion)
    case .person: phrases(.personQuestion)
    case .voice: phrases(.voiceQuestion)
    case .choices(let list): phrases(list.question)
    case .mine: phrases(.ownWordsQuestion)
    case .own(let list): question(of: list)
    case .away: phrases(.ownAwayQuestion)
    case .entry(let list, let id): question(of: list, id, at: now)
    case .writings: writingsQuestion()
    case .writing, .letter, .changedPart: ""
    case .erasing(let id): erasingQuestion(id, at: now)
    case .causeKinds: phrases(.changedKindQuestion)
    case .causeKind(let id): causeKindQuestion(id)
    case .changed: progressQuestion(at: now)
    case .safetyAgain: safetyQuestion(at: now)
    case .shelf: phrases(.readQuestion)
    case .showcase: phrases(.showQuestion)
    case .showPersona(let id): showcaseQuestion(id)
    case .everywhere: phrases(.showGoToQuestion)
    }
  }

  private func items(of menu: Menu, at now: Now) -> [Item] {
    let back = Item(id: "back", text: phrases(.goBack), does: .back)
    switch menu {
    case .home: return homeItems(at: now)
    case .more: return moreItems(at: now) + [back]
    case .today: return todayItems(at: now) + [back]
    case .programme: return programmeItems + [back]
    case .practices:
      return program.practices.map {
        Item(id: $0.id, text: $0.title, does: .open(.practice($0.id, minutes: nil)))
      } + [back]
    case .lengths(let id):
      return lengths(of: id).map {
        Item(
          id: String($0), text: phrases(.minutes, n: $0), does: .open(.practice(id, minutes: $0)))
      } + [back]
    case .reading:
      let shelves = program.shelves.map {
        Item(id: "shelf-" + $0.id, text: $0.title, does: .show(.shelf($0.id)))
      }
      return shelves + pages(on: nil) + [back]
    case .shelf(let id): return pages(on: id) + [back]
    case .module(let id, let then):
      let resume = digest.unfinished.last { $0.module == id }.map {
        Item(id: "go-on", text: phrases(.moduleGoOn), does: .resume($0.id, then: then))
      }
      return [resume].compactMap { $0 } + [
        Item(id: "afresh", text: phrases(.moduleAfresh), does: .afresh(id, then: then)), back,
      ]
    case .countries:
      return (crisis?.countries ?? []).map {
        Item(id: $0.id, text: $0.name, does: .country($0.id))
      } + [back]
    case .settings: return settingsItems(at: now) + [back]
    case .person: return personItems(at: now) + [back]
    case .voice: return voiceItems(at: now) + [back]
    case .choices(let list): return choiceItems(of: list, at: now) + [back]
    case .mine: return ownItems() + [back]
    case .own(let list): return listItems(list, at: now) + [back]
    case .away(let list): return awayItems(list) + [back]
    case .entry(let list, let id): return entryItems(list, id) + [back]
    case .writings: return writingItems(at: now) + [back]
    case .writing(let id): return pageItems(of: id)
    case .erasing(let id): return erasingItems(id)
    case .letter: return letterItems()
    case .changed: return progressItems(at: now) + [back]
    case .causeKinds: return causeKindItems(at: now) + [back]
    case .causeKind(let id): return causeKindChoices(id) + [back]
    case .changedPart(let part, let hasTable):
      return progressPartItems(part, hasTable: hasTable, at: now) + [back]
    case .safetyAgain(let module): return safetyItems(module)
    case .showcase: return showcaseItems()
    case .showPersona(let id): return showcaseWeeks(id) + [back]
    case .everywhere: return everywhereItems() + [back]
    }
  }

  /// The pages of a shelf, or those that stand on none.
  private func pages(on shelf: String?) -> [Item] {
    program.pages.filter { $0.shelf == shelf }.map {
      Item(id: $0.id, text: $0.title, does: .open(.page($0.id)))
    }
  }

  /// The lengths of a practice that are offered: the long ones after some short rounds.
  func lengths(of practice: String) -> [Int] {
    let all = program.practice(practice)?.lengths ?? []
    let rounds = digest.practised[practice] ?? 0
    return all.filter { $0 <= Self.shortMinutes || rounds >= Self.roundsBeforeLong }
  }

  /// A round longer than this, in minutes, is long.
  static let shortMinutes = 5
  /// So many rounds come before a long one is offered.
  static let roundsBeforeLong = 5

  /// The course in its order; what was gone through is not marked, as nothing is shown as undone.
  private var programmeItems: [Item] {
    program.modules.map { entry in
      let note = entry.file == nil ? phrases(.notWritten) : phrases(.minutes, n: entry.minutes)
      return Item(id: entry.id, text: "\(entry.title), \(note)", does: .open(.module(entry.id)))
    }
  }
}
