import AllClearEngine
import AllClearScript
import AllClearStore

/// Carries out what the app asks for, and sends back what came of it.
struct Runtime {
  private(set) var app: App
  /// Bells to ring, oldest first.
  private(set) var bells: [Bell] = []
  private(set) var hasQuit = false
  /// What is to be shown to others in the place of this.
  private var showing: Showing?

  private let compiler: Compiler
  private let program: Program
  private var journal: JournalDoor?
  private let settings: SettingsFile
  private let speech: Speech?
  /// Nothing may be said while the screen is blank.
  var isMuted = false {
    didSet { if isMuted, !oldValue { speech?.hush() } }
  }

  init(
    app: App, program: Program, compiler: Compiler, journal: JournalDoor?,
    settings: SettingsFile = SettingsFile(path: nil), speech: Speech? = nil
  ) {
    self.app = app
    self.program = program
    self.compiler = compiler
    self.journal = journal
    self.settings = settings
    self.speech = speech
  }

  /// Goes back to how everything was; of a journal in memory alone.
  mutating func go(back app: App, _ store: Store?) {
    self.app = app
    speech?.hush()
    journal = store.map { JournalDoor(inMemory: $0) } ?? journal
  }

  /// What is in the journal now, for going back to; of a journal in memory alone.
  var memory: Store? { journal?.isInMemory == true ? journal?.existing : nil }

  var prompt: Prompt { app.prompt }
  /// Whether the journal is a demo's, and nobody's own.
  var isDemo: Bool {
    if journal?.isInMemory == true { return true }
    return (try? journal?.existing?.isDemo()) == true
  }
  /// How things are kept.
  var access: App.Journal { journal?.access ?? .none }
  var phrases: Phrases { program.phrases }

  /// Sends an event, and whatever follows from it, until nothing does.
  mutating func send(_ event: Event, at now: Now) {
    var events = [event]
    while !events.isEmpty {
      for effect in app.send(events.removeFirst(), at: now) {
        if let reply = carryOut(effect, at: now) { events.append(reply) }
      }
    }
  }

  /// What is to be shown to others in the place of this, told once.
  mutating func takeShowing() -> Showing? {
    defer { showing = nil }
    return showing
  }

  /// Says no more.
  func hush() { speech?.hush() }

  /// The bells that have not been rung yet.
  mutating func takeBells() -> [Bell] {
    defer { bells = [] }
    return bells
  }

  /// Whether a line is being said, as far as one can know.
  var isSpeaking: Bool { speech?.isSpeaking == true }

  /// Takes note of a voice that has ended.
  /// - Returns: whether it failed, and the prompt is another.
  mutating func heedVoice(at now: Now) -> Bool {
    guard let fault = speech?.heed() else { return false }
    send(.voiceFailed(fault), at: now)
    return true
  }

  private mutating func carryOut(_ effect: Effect, at now: Now) -> Event? {
    switch effect {
    case .record(let records, let info): return write(records, in: info)
    case .draft(let lines, let key, let info):
      do throws(StoreError) { try journal?.store().saveDraft(lines, at: key, in: info) } catch {
        return .draftNotKept(error.fault)
      }
      return nil
    case .load(let resource): return load(resource)
    case .bell(let bell):
      bells.append(bell)
      return nil
    case .speak(let line): return isMuted ? nil : speak(line)
    case .hush:
      speech?.hush()
      return nil
    case .setting(let setting): return settings.keep(setting) ? nil : .settingNotKept
    case .erase(let id): return erase(id)
    case .present(let showing):
      self.showing = showing
      return nil
    case .quit:
      hasQuit = true
      return nil
    }
  }

  private func speak(_ line: String) -> Event? {
    speech?.say(line, app.settings).map(Event.voiceFailed)
  }

  private mutating func write(_ records: [Record], in info: SessionInfo) -> Event {
    guard journal != nil else { return .notWritten(.notKept) }
    do throws(StoreError) {
      try journal?.store().write(records, in: info)
      return .written
    } catch {
      return .notWritten(error.fault)
    }
  }

  private mutating func erase(_ id: RecordID) -> Event {
    do throws(StoreError) {
      guard let store = try journal?.store() else { return .notErased(.notKept) }
      _ = try store.erase(.entry(id))
      return .erased(try store.digest())
    } catch { return .notErased(error.fault) }
  }

  /// A session of the journal; one that is not there is another matter than one that cannot be read.
  private func session(_ id: SessionID) -> Event {
    do throws(StoreError) {
      return try journal?.existing?.session(id).map { .loaded(.session($0)) }
        ?? .notLoaded(.session(id))
    } catch { return .notRead(id) }
  }

  /// All that was written; nothing where there is no journal yet.
  private func writings() -> Event {
    do throws(StoreError) {
      return .loaded(.writings(try journal?.existing?.writings() ?? []))
    } catch { return .notLoaded(.writings) }
  }

  /// What has changed; nothing where there is no journal yet.
  private func progress() -> Event {
    do throws(StoreError) {
      return .loaded(.progress(try journal?.existing?.progress() ?? Progress()))
    } catch { return .notLoaded(.progress) }
  }

  private func load(_ resource: Resource) -> Event {
    switch resource {
    case .module(let id):
      compiler.module(id, of: program).0.map { .loaded(.module($0)) } ?? .notLoaded(resource)
    case .practice(let id):
      compiler.practice(id, of: program).0.map { .loaded(.practice($0)) } ?? .notLoaded(resource)
    case .crisis:
      compiler.crisis(of: program).0.map { .loaded(.crisis($0)) } ?? .notLoaded(resource)
    case .session(let id): session(id)
    case .writings: writings()
    case .progress: progress()
    case .lexicon: compiler.lexicon().lexicon.map { .loaded(.lexicon($0)) } ?? .notLoaded(resource)
    }
  }
}
