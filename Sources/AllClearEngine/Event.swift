public import AllClearMeasures

/// What happens to the app.
public enum Event: Hashable, Sendable {
  /// The program was started to do this.
  case begin(Beginning)
  /// The prompt was answered.
  case answer(Answer)
  case skip
  case back
  /// Takes the last answer back, and stays where that leads.
  case undo
  /// Why this line, and from where?
  case why
  case open(Door)
  /// In a demo: straight there, whatever lies in between; a module begins afresh.
  case jump(Door)
  case practice(PracticeCommand)
  /// Switches the voice on or off, for this sitting.
  case switchVoice
  /// Plain text begins: the voice is off until it is asked for there.
  case holdVoiceBack
  /// What speaks could not, or cannot any more.
  case voiceFailed(VoiceFault)
  /// The words so far of a prompt for writing.
  case draft([String])
  /// The deadline has come.
  case wake
  /// The machine slept or was stopped: the clock has run on without the person.
  case gap
  case loaded(Loaded)
  case notLoaded(Resource)
  /// The journal could not be read to bring this session.
  case notRead(SessionID)
  /// The records of the last `record` effect are on disk.
  case written
  case notWritten(WriteFault)
  /// Unsent writing could not be kept.
  case draftNotKept(WriteFault)
  /// A setting could not be kept: it holds for this sitting.
  case settingNotKept
  /// What was to be erased is gone from every file; so says the journal now.
  case erased(Digest)
  case notErased(WriteFault)
  /// Leave allclear; everything is kept.
  case leave

  /// What the program was started to do.
  public enum Beginning: Hashable, Sendable {
    case home
    case door(Door)
  }
}

/// What can be done with a practice.
public enum PracticeCommand: Hashable, Sendable {
  case start(ownPace: Bool)
  case pause
  case resume
  /// Pauses and offers to stop; asked again, stops.
  case offerStop
  case stop
  /// The next line, at one's own pace.
  case next
  /// The practice has ended: go on.
  case goOn
}

/// What the app may ask for.
public enum Resource: Hashable, Sendable {
  /// A module or a page, by id.
  case module(String)
  case practice(String)
  case crisis
  case session(SessionID)
  /// Every text that the person has written and kept.
  case writings
  /// The words by which causes are coded.
  case lexicon
  /// What has changed since the beginning.
  case progress
}

/// What came of asking.
public enum Loaded: Hashable, Sendable {
  case module(Module)
  case practice(Practice)
  case crisis(Crisis)
  case session(StoredSession)
  /// The newest first.
  case writings([Writing])
  case lexicon(Lexicon)
  case progress(Progress)
}

/// Why records could not be written.
public enum WriteFault: Hashable, Sendable {
  /// There is no room on the disk.
  case full
  /// There is no journal, or it is not ours to write.
  case notKept
  /// Anything else.
  case failed
}

/// Why a line could not be said aloud.
public enum VoiceFault: Hashable, Sendable {
  /// There is no program that speaks.
  case missing
  /// There is one, and it ended with an error.
  case failed
}

/// What the executable is to carry out, in order.
public enum Effect: Hashable, Sendable {
  /// Write all of these or none, then answer `.written` or `.notWritten`.
  case record([Record], in: SessionInfo)
  /// Keep unsent writing; none when it is empty. Answer `.draftNotKept` where that fails.
  case draft([String], at: StepKey, in: SessionInfo)
  /// Bring this, then answer `.loaded`, `.notLoaded` or, for a session, `.notRead`.
  case load(Resource)
  case bell(Bell)
  /// Say this aloud; whatever is being said gives way to it. Answer `.voiceFailed` where it cannot be.
  case speak(String)
  /// Say no more, at once.
  case hush
  /// Keep this on the machine; answer `.settingNotKept` where that fails.
  case setting(Setting)
  /// Overwrite what this record says in every file; answer `.erased` or `.notErased`.
  case erase(RecordID)
  /// Show this to others, on a journal in memory, and end this.
  case present(Showing)
  case quit
}
