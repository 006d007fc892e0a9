// Resolves when the page is drawn: the server has answered what was sent (more than `before` messages, when given), its
// last message is a moment ago, and every widget of our own is there.
(before) =>
  new Promise((done, fail) => {
    const began = performance.now()
    const why = () => {
      const app = document.querySelector("[data-testid=stApp]")
      const wire = window.__wire
      if (app?.dataset.testConnectionState !== "CONNECTED") return `connection ${app?.dataset.testConnectionState}`
      if (before !== null && wire.sent <= before) return "nothing was sent"
      if (wire.open || wire.runs || performance.now() - wire.heard < 80) return "waiting for the server"
      if (app.dataset.testScriptState !== "notRunning") return `script ${app.dataset.testScriptState}`
      const widgets = [...document.querySelectorAll("[data-testid=stBidiComponentIsolated]")]
      if (widgets.some((widget) => !widget.shadowRoot?.querySelector("button, a, textarea, p"))) return "a widget is not there"
      return document.querySelector("[data-testid=stSkeleton]") ? "a part is not there" : ""
    }
    const broken = () => /Deze pagina gaat even niet goed/.test(document.querySelector("[role=alert]")?.innerText ?? "")
    const look = () => {
      const reason = why()
      if (broken()) return fail(new Error("the page broke, see the log of the server"))
      if (!reason) requestAnimationFrame(() => requestAnimationFrame(() => (why() ? look() : done())))
      else if (performance.now() - began > 20000) fail(new Error(`the page never settled: ${reason}`))
      else setTimeout(look, 20)
    }
    look()
  })
