import AllClearEngine

/// A prompt laid out on a screen: made once for a key or a frame, and handed on.
struct Scene {
  let prompt: Prompt
  let screen: Screen
  let sheet: Sheet

  init(_ prompt: Prompt, on screen: Screen) {
    self.prompt = prompt
    self.screen = screen
    sheet = Sheet(prompt, on: screen)
  }

  var pages: [Pages.Page] { sheet.pages }
}
