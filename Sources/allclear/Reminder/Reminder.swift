import Glibc

/// `allclear remind`: one quiet notification a day, for who asks for it.
///
/// Nothing of allclear stays running: systemd keeps the time. The journal is not opened.
enum Reminder {
  // MARK: --daily

  static func set(_ time: DailyTime) -> Never {
    do throws(Failure) {
      let files = HelloFiles(folder: try Paths.units())
      if let path = files.foreign.first {
        throw Failure(
          ExitCode.failed,
          "\(path) is not from allclear, so it was left as it is and nothing was set")
      }
      let executable = Paths.executable ?? ""
      guard UserManager.answers else {
        Console.write(ReminderText.instead(at: time, executable: executable))
        throw Failure(
          ExitCode.failed,
          "no systemd of your own answers here (systemctl --user), so nothing was written")
      }
      guard let units = HelloUnits(at: time, executable: executable) else {
        throw Failure(
          ExitCode.failed,
          "systemd starts no program whose path has quotes, backslashes or controls: \(executable)"
        )
      }
      let before = files.all
      try files.write(units.files)
      if let fault = UserManager.enable() {
        throw Failure(ExitCode.failed, fault + "; " + takeBack(files, before))
      }
      Console.write(
        ReminderText.written(
          units, in: files, next: UserManager.knowledge?.next,
          isShown: OtherProgram.exists("notify-send")))
      exit(ExitCode.done)
    } catch { error.end() }
  }

  /// Puts back what was there before.
  ///
  /// - Returns: how things stand now.
  private static func takeBack(
    _ files: HelloFiles, _ before: [(name: String, found: HelloFiles.Found)]
  ) -> String {
    let texts = before.compactMap { file in file.found.text.map { (file.name, $0) } }
    guard texts.count == before.count else {
      _ = UserManager.disable()
      do throws(Failure) { _ = try files.remove() } catch { return error.line }
      UserManager.reload()
      return "what was written is taken away again"
    }
    do throws(Failure) { try files.write(texts) } catch { return error.line }
    return UserManager.enable() == nil
      ? "the reminder is as it was before" : "the files are as they were before"
  }

  // MARK: --off

  static func takeAway() -> Never {
    do throws(Failure) {
      let files = HelloFiles(folder: try Paths.units())
      var done = ReminderText.TakenAway(left: files.foreign)
      guard !files.ours.isEmpty else {
        Console.write(ReminderText.takenAway(done))
        exit(ExitCode.done)
      }
      if files.found(HelloUnits.timer).isOurs {
        done.systemd = UserManager.answers ? .asked(fault: UserManager.disable()) : .silent
      }
      done.removed = try files.remove()
      if case .asked = done.systemd { UserManager.reload() }
      Console.write(ReminderText.takenAway(done))
      exit(ExitCode.done)
    } catch { error.end() }
  }

  // MARK: --show

  static func show(withUse: Bool) -> Never {
    do throws(Failure) {
      let files = HelloFiles(folder: try Paths.units())
      let program = files.found(HelloUnits.service).text.flatMap(HelloUnits.program)
      let standing = ReminderText.Standing(
        timer: files.found(HelloUnits.timer), ours: files.ours, foreign: files.foreign,
        knowledge: files.ours.isEmpty ? nil : UserManager.knowledge,
        gone: program.flatMap { access($0, X_OK) == 0 ? nil : $0 },
        isShown: OtherProgram.exists("notify-send"))
      Console.write(ReminderText.standing(standing))
      if withUse { Console.write(ReminderText.use) }
      exit(ExitCode.done)
    } catch { error.end() }
  }

  // MARK: --ring

  /// What the timer starts: a notification where that can be, and otherwise nothing.
  static func ring() -> Never {
    // It does not stay in a list when it was not seen: nothing adds up.
    _ = OtherProgram(
      "notify-send", ["--app-name=allclear", "--hint=int:transient:1", HelloUnits.words],
      milliseconds: 10_000)
    exit(ExitCode.done)
  }
}
